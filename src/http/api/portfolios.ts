import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { PortfolioReader } from "../../store/portfolio-reader.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { dateReply } from "./last-modified.ts";
import { getPortfolio } from "./portfolio-names.ts";
import { Portfolio, PortfolioList } from "./schemas/portfolio.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, dated, problem } from "./schemas/responses.ts";

export interface PortfoliosRoutesOptions {
  readonly portfolios: PortfolioReader;
  readonly questions: QuestionReader;
  readonly now: () => Date;
}

const params = Type.Object({
  slug: Type.String({
    description: "Slug ou nom de la compétence, dans n’importe quelle orthographe",
    maxLength: 300,
    examples: ["bien-etre-animal"],
  }),
});

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
        params,
        querystring: NoQuery,
        response: {
          200: dated("La compétence", Portfolio.ref),
          404: problem("Aucun titre ne contient cette compétence ; « suggestions » propose les noms voisins"),
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
};
