import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Static } from "typebox";
import type { MinisterReader, MinisterSummary } from "../../store/minister-reader.ts";
import type { OfficeSummary } from "../../store/office-rows.ts";
import { getMinister } from "./addressees.ts";
import { dateReply } from "./last-modified.ts";
import { answerWithPage, type QuestionListing } from "./question-list.ts";
import { Minister, MinisterList, QuestionList } from "./schemas/lists.ts";
import { MinisterAddress, MinisterQuestionQuery, NoQuery } from "./schemas/question-query.ts";
import { common, dated, paged, problem } from "./schemas/responses.ts";

export interface MinistersRoutesOptions extends QuestionListing {
  readonly ministers: MinisterReader;
}

const unknownMinister = problem(
  "Aucune question n’a été adressée à quelqu’un de ce nom, ou plusieurs personnes peuvent l’être ; « suggestions » les " +
    "propose, ou les noms voisins",
);

export const ministersRoutes: FastifyPluginAsyncTypebox<MinistersRoutesOptions> = async (app, options) => {
  const { ministers, questions, now } = options;

  app.get(
    "/ministers",
    {
      schema: {
        operationId: "listMinisters",
        tags: ["Ministres"],
        summary: "Tous les ministres interrogés",
        description:
          "Tous ceux à qui une question au moins a été adressée, avec leurs titres et leurs chiffres.",
        querystring: NoQuery,
        response: { 200: dated("Les ministres", MinisterList.ref), ...common },
      },
    },
    async (_request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return { items: (await ministers.listMinisters()).map(ministerJson) };
    },
  );

  app.get(
    "/ministers/:slug",
    {
      schema: {
        operationId: "getMinister",
        tags: ["Ministres"],
        summary: "Un ministre",
        description:
          "Ses titres dans le temps, les orthographes de son nom et l’état de ses questions. Les mots d’une fonction " +
          "y mènent si une seule personne l’a exercée.",
        params: MinisterAddress,
        querystring: NoQuery,
        response: { 200: dated("Le ministre", Minister.ref), 404: unknownMinister, ...common },
      },
    },
    async (request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      const typed = { name: request.params.slug, parameter: null };
      const { slug } = await getMinister(options, typed);
      // Whom a name means in this role has a summary in it.
      return ministerJson((await ministers.findMinister(slug))!);
    },
  );

  app.get(
    "/ministers/:slug/questions",
    {
      schema: {
        operationId: "listMinisterQuestions",
        tags: ["Ministres"],
        summary: "Les questions adressées à un ministre",
        description:
          "Comme la liste de toutes les questions, avec les mêmes filtres. Les mots d’une fonction désignent qui " +
          "l’exerçait le jour de la question.",
        params: MinisterAddress,
        querystring: MinisterQuestionQuery,
        response: { 200: paged("Une page de questions", QuestionList.ref), 404: unknownMinister, ...common },
      },
    },
    (request, reply) => answerWithPage(options, request, reply, { minister: request.params.slug }),
  );
};

const ministerJson = (minister: MinisterSummary): Static<typeof Minister.ref> => ({
  ...minister,
  spellings: [...minister.spellings],
  offices: minister.offices.map(officeJson),
});

const officeJson = ({ periods, ...office }: OfficeSummary) => ({ ...office, periods: [...periods] });
