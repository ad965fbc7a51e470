import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { readFilter } from "../question-query.ts";
import { DelayQuery } from "../schemas/delay-query.ts";
import { DelayGroupList } from "../schemas/delays.ts";
import { common, dated, unknownName } from "../schemas/responses.ts";
import { dateFigures, dayOf, type DelaysRoutesOptions, METHOD, requestOf } from "./delay-request.ts";
import { groupListJson } from "./delays-json.ts";

export const delaysRoutes: FastifyPluginAsyncTypebox<DelaysRoutesOptions> = async (app, options) => {
  const { delays, now } = options;

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
      const { filter, understood } = await readFilter(query, options);
      const by = query.by ?? null;
      await dateFigures(reply, asOf, options);
      const groups = await delays.tallyDelays(filter, { asOf, by });
      return { ...groupListJson(groups, by, requestOf(options, filter, asOf)), understood };
    },
  );
};
