import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { TwinReader } from "../../store/twin-reader.ts";
import { dateReplyOfToday } from "./last-modified.ts";
import { findOrRedirect, notUnderThisId, questionId, type QuestionRegister } from "./question-address.ts";
import type { QuestionPresenter } from "./question-json.ts";
import { common, dated } from "./schemas/responses.ts";
import { SimilarList, SimilarQuery } from "./schemas/similar.ts";

export interface SimilarRoutesOptions extends QuestionRegister {
  readonly twins: TwinReader;
  readonly present: QuestionPresenter;
  readonly now: () => Date;
}

export const similarRoutes: FastifyPluginAsyncTypebox<SimilarRoutesOptions> = async (app, options) => {
  const { questions, twins, present, now } = options;

  app.get(
    "/questions/:id/similar",
    {
      schema: {
        operationId: "listSimilar",
        tags: ["Questions"],
        summary: "Les questions semblables",
        description:
          "La même question, ou presque la même, posée à d’autres ministres ou à un autre moment. La même demande " +
          "à propos d’une autre commune, d’une autre route ou d’une autre année nommée dans le titre n’en est pas " +
          "une. Quand plus de 200 questions pourraient l’être, toutes ne sont pas comparées.",
        params: Type.Object(questionId),
        querystring: SimilarQuery,
        response: { 200: dated("Les questions semblables", SimilarList.ref), ...notUnderThisId, ...common },
      },
    },
    async (request, reply) => {
      const { limit } = request.query;
      // Read before the list: a change between the two must not be dated as if the list showed it.
      const newestChange = await questions.findNewestChange();
      const found = await findOrRedirect(options, request, reply, (sourceId) =>
        twins.findTwins(sourceId, limit),
      );
      if (found === null) return reply;
      const asOf = dateReplyOfToday(reply, newestChange, now());
      return {
        items: found.map(({ question, ...twin }) => ({ ...twin, question: present.summary(question, asOf) })),
      };
    },
  );
};
