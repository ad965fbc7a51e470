import { count, sql } from "drizzle-orm";
import type { QuestionState } from "../domain/answer-times.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { questions } from "./schema/index.ts";

/** How many questions, by state; the states add up to `total`. */
export type QuestionCounts = Readonly<Record<QuestionState | "total", number>>;

/** What a group of questions amounts to. */
export interface QuestionTally {
  readonly questions: QuestionCounts;
  readonly firstTabledOn: CalendarDate;
  readonly lastTabledOn: CalendarDate;
}

/** Days of a group, which has at least one question and so never lacks them. */
const firstDay = sql<CalendarDate>`min(${questions.tabledOn})`;
const lastDay = sql<CalendarDate>`max(${questions.tabledOn})`;

const countOf = (state: QuestionState) =>
  sql<number>`count(*) filter (where ${questions.state} = ${state})`.mapWith(Number);

/**
 * Columns of a grouped query that make a `QuestionTally`. All of them are in the indexes by minister and by
 * session, which answer alone as long as nothing else is selected or joined.
 */
export const tallyColumns = {
  questions: {
    total: count(),
    open: countOf("open"),
    holding: countOf("holding"),
    answered: countOf("answered"),
    converted: countOf("converted"),
  },
  firstTabledOn: firstDay,
  lastTabledOn: lastDay,
};
