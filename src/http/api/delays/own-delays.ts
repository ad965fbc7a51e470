import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TSchema } from "typebox";
import { getMinister } from "../addressees.ts";
import { readFilter, type UnderstoodFilter } from "../question-query.ts";
import {
  AuthorDelayQuery,
  MinisterDelayQuery,
  PortfolioDelayQuery,
  SessionDelayQuery,
} from "../schemas/delay-query.ts";
import { AuthorDelays, MinisterDelays, PortfolioDelays, SessionDelays } from "../schemas/delays.ts";
import {
  AuthorAddress,
  MinisterAddress,
  PortfolioAddress,
  SessionAddress,
} from "../schemas/question-query.ts";
import { common, dated, unknownName } from "../schemas/responses.ts";
import { dateFigures, dayOf, type DelaysRoutesOptions, METHOD, requestOf } from "./delay-request.ts";
import { ownDelaysJson } from "./delays-json.ts";

/** The figures of whom or what an address names. */
export const ownDelaysRoutes: FastifyPluginAsyncTypebox<DelaysRoutesOptions> = async (app, options) => {
  app.get(
    "/ministers/:slug/delays",
    {
      schema: {
        operationId: "getMinisterDelays",
        tags: ["Ministres"],
        summary: "Le temps que prennent les réponses d’un ministre",
        params: MinisterAddress,
        querystring: MinisterDelayQuery,
        ...answeredWith(MinisterDelays.ref),
      },
    },
    async ({ params, query }, reply) => {
      // One person, and all questions to that person, also where the words of an office led there.
      const { slug, name } = await getMinister(options, { name: params.slug, parameter: null });
      const asked = await readFilter(query, options, { minister: slug });
      return { minister: { slug, name }, ...(await figuresOf(options, asked, query, reply)) };
    },
  );

  app.get(
    "/authors/:slug/delays",
    {
      schema: {
        operationId: "getAuthorDelays",
        tags: ["Auteurs"],
        summary: "Le temps que prennent les réponses à un auteur",
        params: AuthorAddress,
        querystring: AuthorDelayQuery,
        ...answeredWith(AuthorDelays.ref),
      },
    },
    async ({ params, query }, reply) => {
      const asked = await readFilter(query, options, { author: params.slug });
      const { slug, name } = asked.understood.author!;
      return { author: { slug, name }, ...(await figuresOf(options, asked, query, reply)) };
    },
  );

  app.get(
    "/portfolios/:slug/delays",
    {
      schema: {
        operationId: "getPortfolioDelays",
        tags: ["Ministres"],
        summary: "Le temps que prennent les réponses dans une compétence",
        params: PortfolioAddress,
        querystring: PortfolioDelayQuery,
        ...answeredWith(PortfolioDelays.ref),
      },
    },
    async ({ params, query }, reply) => {
      const asked = await readFilter(query, options, { portfolio: params.slug });
      const { slug, name } = asked.understood.portfolio!;
      // Only words of titles have no slug.
      return { portfolio: { slug: slug!, name }, ...(await figuresOf(options, asked, query, reply)) };
    },
  );

  app.get(
    "/sessions/:session/delays",
    {
      schema: {
        operationId: "getSessionDelays",
        tags: ["Sessions"],
        summary: "Le temps que prennent les réponses aux questions d’une session",
        params: SessionAddress,
        querystring: SessionDelayQuery,
        ...answeredWith(SessionDelays.ref),
      },
    },
    async ({ params, query }, reply) => {
      const asked = await readFilter(query, options, { session: params.session });
      return { session: asked.filter.session!, ...(await figuresOf(options, asked, query, reply)) };
    },
  );
};

const answeredWith = <Shape extends TSchema>(ref: Shape) => ({
  description: METHOD,
  response: { 200: dated("Les chiffres", ref), 404: unknownName, ...common },
});

async function figuresOf(
  options: DelaysRoutesOptions,
  { filter, understood }: UnderstoodFilter,
  query: { readonly asOf?: string },
  reply: FastifyReply,
) {
  const asOf = dayOf(query, options.now());
  await dateFigures(reply, asOf, options);
  const [group] = await options.delays.tallyDelays(filter, { asOf, by: null });
  return { ...ownDelaysJson(group!, requestOf(options, filter, asOf)), understood };
}
