import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { DirectoryReader } from "../../store/directory-reader.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { popoloOf } from "../exports/popolo.ts";
import { dateReply } from "./last-modified.ts";
import { Popolo } from "./schemas/popolo.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, dated } from "./schemas/responses.ts";

export interface PopoloRoutesOptions {
  readonly directory: DirectoryReader;
  readonly questions: QuestionReader;
  /** Without a final slash. */
  readonly baseUrl: string;
  readonly now: () => Date;
}

export const popoloRoutes: FastifyPluginAsyncTypebox<PopoloRoutesOptions> = async (app, options) => {
  const { directory, questions, now } = options;

  app.get(
    "/exports/popolo.json",
    {
      schema: {
        operationId: "getPopolo",
        tags: ["Données"],
        summary: "Les personnes et leurs fonctions, au format Popolo",
        description:
          "Les personnes que nomment les questions, les gouvernements, les partis et les titres de ministres, et qui " +
          "faisait partie de quoi. Les dates sont celles des questions, non des nominations.",
        querystring: NoQuery,
        response: { 200: dated("Tout l’annuaire", Popolo.ref), ...common },
      },
    },
    async (_request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return popoloOf(await directory.readDirectory(), options);
    },
  );
};
