import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { getPerson } from "../people.ts";
import { readFilter } from "../question-query.ts";
import { DelayQuery, MinisterDelayQuery } from "../schemas/delay-query.ts";
import { DelayGroupList, MinisterDelays } from "../schemas/delays.ts";
import { MinisterAddress } from "../schemas/question-query.ts";
import { common, dated } from "../schemas/responses.ts";
import {
  dateFigures,
  dayOf,
  type DelaysRoutesOptions,
  METHOD,
  requestOf,
  unknownName,
} from "./delay-request.ts";
import { groupListJson, ministerDelaysJson } from "./delays-json.ts";

export const delaysRoutes: FastifyPluginAsyncTypebox<DelaysRoutesOptions> = async (app, options) => {
  const { delays, persons, now } = options;

  app.get(
    "/stats/delays",
    {
      schema: {
        operationId: "listDelays",
        tags: ["Statistiques"],
        summary: "Le temps que prennent les réponses, par groupe",
        description: METHOD,
        querystring: DelayQuery,
        response: { 200: dated("Les groupes", DelayGroupList.ref), 404: unknownName, ...common },
      },
    },
    async ({ query }, reply) => {
      const asOf = dayOf(query, now());
      const { filter } = await readFilter(query, options);
      const by = query.by ?? null;
      await dateFigures(reply, asOf, options);
      const groups = await delays.tallyDelays(filter, { asOf, by });
      return groupListJson(groups, by, requestOf(options, filter, asOf));
    },
  );

  app.get(
    "/ministers/:slug/delays",
    {
      schema: {
        operationId: "getMinisterDelays",
        tags: ["Ministres"],
        summary: "Le temps que prennent les réponses d’un ministre",
        description: METHOD,
        params: MinisterAddress,
        querystring: MinisterDelayQuery,
        response: { 200: dated("Ses chiffres", MinisterDelays.ref), 404: unknownName, ...common },
      },
    },
    async ({ params, query }, reply) => {
      const asOf = dayOf(query, now());
      const minister = await getPerson(persons, "minister", { name: params.slug, parameter: null });
      const { filter } = await readFilter(query, options, { minister: params.slug });
      await dateFigures(reply, asOf, options);
      const [group] = await delays.tallyDelays(filter, { asOf, by: null });
      return ministerDelaysJson(minister, group!, requestOf(options, filter, asOf));
    },
  );
};
