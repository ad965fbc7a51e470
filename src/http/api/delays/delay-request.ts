import type { FastifyReply } from "fastify";
import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../../domain/calendar-date.ts";
import type { AnswerCalendar } from "../../../domain/deadline/answer-calendar.ts";
import { type AnswerRule, isInForce } from "../../../domain/deadline/answer-rule.ts";
import { BadRequestError } from "../../../errors.ts";
import type { DelayReader } from "../../../store/delay-reader.ts";
import type { QuestionFilter } from "../../../store/question-filter.ts";
import type { QuestionReader } from "../../../store/question-reader.ts";
import type { Site } from "../addresses.ts";
import { dateReply, dateReplyOfToday } from "../last-modified.ts";
import { parseDay } from "../moments.ts";
import type { FilterSources } from "../question-query.ts";

export interface DelaysRoutesOptions extends Site, FilterSources {
  readonly delays: DelayReader;
  readonly answerCalendar: AnswerCalendar;
  readonly questions: QuestionReader;
}

/** What was asked for, and by which rules it is judged. */
export interface DelayRequest {
  readonly asOf: CalendarDate;
  readonly filter: QuestionFilter;
  /** Those under which questions tabled in the time asked for fall. */
  readonly rules: readonly AnswerRule[];
  readonly site: Site;
}

/** How the figures come about, as the documentation says of every address that gives some. */
export const METHOD =
  "Kaplan-Meier, limites à 95 % de type log-log : les questions ouvertes comptent pour le temps qu’elles ont déjà " +
  "attendu. Les filtres sont ceux de la liste des questions. Ceux qui choisissent d’après la suite donnée (« state », " +
  "« overdue », « answeredFrom », « answeredTo », « modifiedSince ») l’entendent au présent, quel que soit « asOf », et " +
  "faussent l’estimation : « notes » le dit alors.";

/**
 * The day asked for, or today in Brussels.
 * @throws {BadRequestError} for a day that does not exist or has not come
 */
export function dayOf({ asOf }: { readonly asOf?: string }, now: Date): CalendarDate {
  const today = dateIn(now, SITE_TIME_ZONE);
  if (asOf === undefined) return today;
  const day = parseDay("asOf", asOf);
  if (day <= today) return day;
  throw new BadRequestError(
    "asOf",
    `Le ${day} n’est pas encore venu : « asOf » va jusqu’à aujourd’hui, ${today}.`,
  );
}

/** To be called before the figures are read: a change between the two must not be dated as if they showed it. */
export async function dateFigures(
  reply: FastifyReply,
  asOf: CalendarDate,
  { questions, now }: Pick<DelaysRoutesOptions, "questions" | "now">,
): Promise<void> {
  const isToday = asOf === dateIn(now(), SITE_TIME_ZONE);
  const date = isToday ? dateReplyOfToday : dateReply;
  date(reply, await questions.findNewestChange(), now());
}

export const requestOf = (
  { answerCalendar, parliament, baseUrl }: DelaysRoutesOptions,
  filter: QuestionFilter,
  asOf: CalendarDate,
): DelayRequest => ({
  asOf,
  filter,
  rules: rulesWithin(answerCalendar.rules, filter, asOf),
  site: { parliament, baseUrl },
});

/** The rules under which the questions of a filter fall that were tabled by a day. */
export function rulesWithin(
  rules: readonly AnswerRule[],
  { tabledFrom, tabledTo }: QuestionFilter,
  asOf: CalendarDate,
): AnswerRule[] {
  const to = tabledTo !== undefined && tabledTo < asOf ? tabledTo : asOf;
  return rules.filter((rule) => isInForce(rule, { from: tabledFrom ?? null, to }));
}
