import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { together } from "../../domain/delays/together.ts";
import { BadRequestError } from "../../errors.ts";
import type { DelayGroup, DelayReader } from "../../store/delay-reader.ts";
import type { Person, PersonReader } from "../../store/person-reader.ts";
import type { QuestionFilter } from "../../store/question-filter.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { Site } from "./addresses.ts";
import { comparisonJson, type DelayRequest, groupListJson, ministerDelaysJson } from "./delays-json.ts";
import { dateReply, dateReplyOfToday } from "./last-modified.ts";
import { parseDay } from "./moments.ts";
import { getPerson } from "./people.ts";
import { filterOf, type FilterSources } from "./question-query.ts";
import { DelayComparisonQuery, DelayQuery, MinisterDelayQuery } from "./schemas/delay-query.ts";
import { DelayComparison, DelayGroupList, MinisterDelays } from "./schemas/delays.ts";
import { common, dated, problem } from "./schemas/responses.ts";

export interface DelaysRoutesOptions extends Site, FilterSources {
  readonly delays: DelayReader;
  readonly answerCalendar: AnswerCalendar;
  readonly questions: QuestionReader;
}

const unknownName = problem(
  "Un filtre cite quelqu’un que personne ne connaît dans ce rôle ; « suggestions » propose les noms voisins",
);

const METHOD =
  "Kaplan-Meier, limites à 95 % de type log-log : les questions ouvertes comptent pour le temps qu’elles ont déjà " +
  "attendu. Les filtres sont ceux de la liste des questions, moins ceux qui choisissent d’après la réponse.";

export const delaysRoutes: FastifyPluginAsyncTypebox<DelaysRoutesOptions> = async (app, options) => {
  const { delays, answerCalendar, persons, questions, now } = options;

  const requestOf = (filter: QuestionFilter, asOf: CalendarDate): DelayRequest => ({
    asOf,
    filter,
    rules: answerCalendar.rules,
    site: options,
  });

  /** To be called before the figures are read: a change between the two must not be dated as if they showed it. */
  const dateFigures = async (reply: FastifyReply, asOf: CalendarDate): Promise<void> => {
    const isToday = asOf === dateIn(now(), SITE_TIME_ZONE);
    const date = isToday ? dateReplyOfToday : dateReply;
    date(reply, await questions.findNewestChange(), now());
  };

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
      const filter = await filterOf(query, options);
      const by = query.by ?? null;
      await dateFigures(reply, asOf);
      return groupListJson(await delays.tallyDelays(filter, { asOf, by }), by, requestOf(filter, asOf));
    },
  );

  app.get(
    "/stats/delays/comparison",
    {
      schema: {
        operationId: "compareDelays",
        tags: ["Statistiques"],
        summary: "Un ministre à côté d’un autre, ou de tous les autres",
        description:
          "Le test du log-rank entre les réponses au fond de deux ministres, « minister » (à donner) et « with », ou, " +
          `sans « with », de tous les autres ensemble. À lire avec les mises en garde de « notes ». ${METHOD}`,
        querystring: DelayComparisonQuery,
        response: { 200: dated("La comparaison", DelayComparison.ref), 404: unknownName, ...common },
      },
    },
    async ({ query }, reply) => {
      const asOf = dayOf(query, now());
      const { minister: name, with: otherName, ...rest } = query;
      if (name === undefined)
        throw new BadRequestError("minister", "Il manque « minister » : qui comparer ?");
      const filter = await filterOf(rest, options);
      const one = await getPerson(persons, "minister", { name, parameter: "minister" });
      const other = otherName === undefined ? null : await getOther(persons, one, otherName);
      await dateFigures(reply, asOf);
      const ofAll = await delays.tallyDelays(filter, { asOf, by: "minister" });
      const groups = [groupOf(one, ofAll), other === null ? allBut(one, ofAll) : groupOf(other, ofAll)];
      return comparisonJson(groups, requestOf(filter, asOf));
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
        params: Type.Object({
          slug: Type.String({
            description: "Slug ou nom du ministre, dans n’importe quelle orthographe",
            maxLength: 300,
            examples: ["dupont-anne"],
          }),
        }),
        querystring: MinisterDelayQuery,
        response: { 200: dated("Ses chiffres", MinisterDelays.ref), 404: unknownName, ...common },
      },
    },
    async ({ params, query }, reply) => {
      const asOf = dayOf(query, now());
      const minister = await getPerson(persons, "minister", { name: params.slug, parameter: null });
      const filter = { ...(await filterOf(query, options)), ministerId: minister.id };
      await dateFigures(reply, asOf);
      const [group] = await delays.tallyDelays(filter, { asOf, by: null });
      return ministerDelaysJson(minister, group!, requestOf(filter, asOf));
    },
  );
};

/**
 * The day asked for, or today in Brussels.
 * @throws {BadRequestError} for a day that does not exist or has not come
 */
function dayOf({ asOf }: { readonly asOf?: string }, now: Date): CalendarDate {
  const today = dateIn(now, SITE_TIME_ZONE);
  if (asOf === undefined) return today;
  const day = parseDay("asOf", asOf);
  if (day <= today) return day;
  throw new BadRequestError(
    "asOf",
    `Le ${day} n’est pas encore venu : « asOf » va jusqu’à aujourd’hui, ${today}.`,
  );
}

/**
 * The minister to compare somebody with.
 * @throws {NotFoundError} with near names
 * @throws {BadRequestError} where both are one
 */
async function getOther(persons: PersonReader, one: Person, name: string): Promise<Person> {
  const other = await getPerson(persons, "minister", { name, parameter: "with" });
  if (other.id !== one.id) return other;
  throw new BadRequestError("with", `« minister » et « with » désignent la même personne, ${one.name}.`);
}

/** The group of a minister, which is there without questions as well. */
function groupOf({ slug: key, name: label }: Person, groups: readonly DelayGroup[]): DelayGroup {
  return { ...(groups.find((group) => group.key === key) ?? together([])), key, label };
}

function allBut({ slug }: Person, groups: readonly DelayGroup[]): DelayGroup {
  const others = groups.filter(({ key }) => key !== slug);
  return { ...together(others), key: "others", label: "Tous les autres ministres" };
}
