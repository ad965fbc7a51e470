import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TSchema } from "typebox";
import type { SessionReader } from "../../../store/session-reader.ts";
import { getMinister } from "../addressees.ts";
import type { AddressedNames } from "../filter-names.ts";
import { getPerson } from "../people.ts";
import { getPortfolio } from "../portfolio-names.ts";
import { readFilter } from "../question-query.ts";
import {
  AuthorDelayQuery,
  MinisterDelayQuery,
  PortfolioDelayQuery,
  SessionDelayQuery,
} from "../schemas/delay-query.ts";
import { AuthorDelays, MinisterDelays, PortfolioDelays, SessionDelays } from "../schemas/delays.ts";
import {
  AuthorAddress,
  type FilterQuery,
  MinisterAddress,
  PortfolioAddress,
  SessionAddress,
} from "../schemas/question-query.ts";
import { common, dated } from "../schemas/responses.ts";
import { getSession } from "../session-names.ts";
import {
  dateFigures,
  dayOf,
  type DelaysRoutesOptions,
  METHOD,
  requestOf,
  unknownName,
} from "./delay-request.ts";
import { ownDelaysJson } from "./delays-json.ts";

export interface OwnDelaysRoutesOptions extends DelaysRoutesOptions {
  readonly sessions: SessionReader;
}

/** The figures of whom or what an address names. */
export const ownDelaysRoutes: FastifyPluginAsyncTypebox<OwnDelaysRoutesOptions> = async (app, options) => {
  const { persons, portfolios, sessions } = options;

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
      const { slug, name } = await getMinister(options, { name: params.slug, parameter: null });
      return { minister: { slug, name }, ...(await figuresOf(options, { minister: slug }, query, reply)) };
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
      const { slug, name } = await getPerson(persons, "author", { name: params.slug, parameter: null });
      return { author: { slug, name }, ...(await figuresOf(options, { author: slug }, query, reply)) };
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
      const { slug, name } = await getPortfolio(portfolios, params.slug);
      return { portfolio: { slug, name }, ...(await figuresOf(options, { portfolio: slug }, query, reply)) };
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
      const { session } = await getSession(sessions, params.session);
      return { session, ...(await figuresOf(options, { session }, query, reply)) };
    },
  );
};

const answeredWith = <Shape extends TSchema>(ref: Shape) => ({
  description: METHOD,
  response: { 200: dated("Les chiffres", ref), 404: unknownName, ...common },
});

async function figuresOf(
  options: DelaysRoutesOptions,
  addressed: AddressedNames,
  query: FilterQuery & { readonly asOf?: string },
  reply: FastifyReply,
) {
  const asOf = dayOf(query, options.now());
  const { filter, understood } = await readFilter(query, options, addressed);
  await dateFigures(reply, asOf, options);
  const [group] = await options.delays.tallyDelays(filter, { asOf, by: null });
  return { ...ownDelaysJson(group!, requestOf(options, filter, asOf)), understood };
}
