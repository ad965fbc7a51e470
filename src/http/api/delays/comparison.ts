import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { together } from "../../../domain/delays/together.ts";
import { BadRequestError } from "../../../errors.ts";
import type { DelayGroup } from "../../../store/delay-reader.ts";
import type { Person } from "../../../store/person-reader.ts";
import { type AddresseeSources, getMinister } from "../addressees.ts";
import { readFilter } from "../question-query.ts";
import { DelayComparisonQuery } from "../schemas/delay-query.ts";
import { DelayComparison } from "../schemas/delays.ts";
import { common, dated, unknownName } from "../schemas/responses.ts";
import { dateFigures, dayOf, type DelaysRoutesOptions, METHOD, requestOf } from "./delay-request.ts";
import { comparisonJson } from "./delays-json.ts";

export const comparisonRoutes: FastifyPluginAsyncTypebox<DelaysRoutesOptions> = async (app, options) => {
  const { delays, now } = options;

  app.get(
    "/stats/delays/comparison",
    {
      schema: {
        operationId: "compareDelays",
        tags: ["Statistiques"],
        summary: "Un ministre à côté d’un autre, ou de tous les autres",
        description:
          "Le test du log-rank entre les réponses au fond de deux ministres, « minister » (à donner) et « with », ou, " +
          `sans « with », de tous les autres ensemble. À lire avec les mises en garde de « notes ». ${METHOD}`,
        querystring: DelayComparisonQuery,
        response: { 200: dated("La comparaison", DelayComparison.ref), 404: unknownName, ...common },
      },
    },
    async ({ query }, reply) => {
      const asOf = dayOf(query, now());
      const { minister: name, with: otherName, ...rest } = query;
      if (name === undefined)
        throw new BadRequestError("minister", "Il manque « minister » : qui comparer ?");
      const { filter, understood } = await readFilter(rest, options);
      const one = await getMinister(options, { name, parameter: "minister" });
      const other = otherName === undefined ? null : await getOther(options, one, otherName);
      await dateFigures(reply, asOf, options);
      const ofAll = await delays.tallyDelays(filter, { asOf, by: "minister" });
      const groups = [groupOf(one, ofAll), other === null ? allBut(one, ofAll) : groupOf(other, ofAll)];
      return { ...comparisonJson(groups, requestOf(options, filter, asOf)), understood };
    },
  );
};

/**
 * The minister to compare somebody with.
 * @throws {NotFoundError} with near names
 * @throws {BadRequestError} where both are one
 */
async function getOther(sources: AddresseeSources, one: Person, name: string): Promise<Person> {
  const other = await getMinister(sources, { name, parameter: "with" });
  if (other.id !== one.id) return other;
  throw new BadRequestError("with", `« minister » et « with » désignent la même personne, ${one.name}.`);
}

/** The group of a minister, which is there without questions as well. */
function groupOf({ slug: key, name: label }: Person, groups: readonly DelayGroup[]): DelayGroup {
  return { ...(groups.find((group) => group.key === key) ?? together([])), key, label };
}

function allBut({ slug }: Person, groups: readonly DelayGroup[]): DelayGroup {
  const others = groups.filter(({ key }) => key !== slug);
  return { ...together(others), key: "others", label: "Tous les autres ministres" };
}
