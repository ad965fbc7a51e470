import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { akomaNtosoOf } from "../exports/akoma-ntoso/akoma-ntoso.ts";
import type { AknContext } from "../exports/akoma-ntoso/akoma-ntoso-context.ts";
import { dateReply } from "./last-modified.ts";
import { findOrRedirect, notUnderThisId, questionId, type QuestionRegister } from "./question-address.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, file } from "./schemas/responses.ts";

export interface AkomaNtosoRoutesOptions extends AknContext, QuestionRegister {
  readonly now: () => Date;
}

/** As OASIS has registered it. */
const MEDIA_TYPE = "application/akn+xml";

export const akomaNtosoRoutes: FastifyPluginAsyncTypebox<AkomaNtosoRoutesOptions> = async (app, options) => {
  app.get(
    "/questions/:id/akoma-ntoso.xml",
    {
      schema: {
        operationId: "getAkomaNtoso",
        tags: ["Questions"],
        summary: "Une question au format Akoma Ntoso",
        description:
          "La question et ses réponses en XML, selon Akoma Ntoso 3.0 (OASIS) : un débat d’une seule question, avec ses " +
          "dates et ceux qui y parlent. Les annexes y sont des liens.",
        params: Type.Object(questionId),
        querystring: NoQuery,
        response: { 200: file("Le document XML", MEDIA_TYPE), ...notUnderThisId, ...common },
      },
    },
    async (request, reply) => {
      const question = await findOrRedirect(options, request, reply, options.questions.findQuestion);
      if (question === null) return reply;
      dateReply(reply, question.modifiedAt, options.now());
      return reply.type(`${MEDIA_TYPE}; charset=utf-8`).send(akomaNtosoOf(question, options));
    },
  );
};
