import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { PortfolioReader } from "../../store/portfolio-reader.ts";
import { dateReply } from "./last-modified.ts";
import { getPortfolio } from "./portfolio-names.ts";
import { answerWithPage, type QuestionListing } from "./question-list.ts";
import { QuestionList } from "./schemas/lists.ts";
import { Portfolio, PortfolioList } from "./schemas/portfolio.ts";
import { NoQuery, PortfolioAddress, PortfolioQuestionQuery } from "./schemas/question-query.ts";
import { common, dated, paged, problem } from "./schemas/responses.ts";

export interface PortfoliosRoutesOptions extends QuestionListing {
  readonly portfolios: PortfolioReader;
}

const unknownPortfolio = problem(
  "Aucun titre ne contient cette compétence ; « suggestions » propose les noms voisins",
);

export const portfoliosRoutes: FastifyPluginAsyncTypebox<PortfoliosRoutesOptions> = async (app, options) => {
  const { portfolios, questions, now } = options;

  app.get(
    "/portfolios",
    {
      schema: {
        operationId: "listPortfolios",
        tags: ["Ministres"],
        summary: "Toutes les compétences",
        description:
          "Les compétences que nomment les titres des ministres, avec leur dernier détenteur. Les dates " +
          "sont celles des questions, non des nominations.",
        querystring: NoQuery,
        response: { 200: dated("Les compétences", PortfolioList.ref), ...common },
      },
    },
    async (_request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return { items: await portfolios.listPortfolios() };
    },
  );

  app.get(
    "/portfolios/:slug",
    {
      schema: {
        operationId: "getPortfolio",
        tags: ["Ministres"],
        summary: "Une compétence et ceux qui l’ont exercée",
        description:
          "Ses détenteurs dans le temps, tels que les titres publiés les montrent. Les dates sont celles " +
          "des questions, non des nominations.",
        params: PortfolioAddress,
        querystring: NoQuery,
        response: {
          200: dated("La compétence", Portfolio.ref),
          404: unknownPortfolio,
          ...common,
        },
      },
    },
    async (request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      const { holders, ...portfolio } = await getPortfolio(portfolios, request.params.slug);
      return { ...portfolio, holders: [...holders] };
    },
  );

  app.get(
    "/portfolios/:slug/questions",
    {
      schema: {
        operationId: "listPortfolioQuestions",
        tags: ["Ministres"],
        summary: "Les questions qui relèvent d’une compétence",
        description:
          "Celles adressées à qui l’exerçait ce jour-là. Comme la liste de toutes les questions, avec les mêmes filtres.",
        params: PortfolioAddress,
        querystring: PortfolioQuestionQuery,
        response: { 200: paged("Une page de questions", QuestionList.ref), 404: unknownPortfolio, ...common },
      },
    },
    (request, reply) => answerWithPage(options, request, reply, { portfolio: request.params.slug }),
  );
};
