import type { CalendarDate } from "../calendar-date.ts";
import type { AnswerRule, Recess } from "./answer-rule.ts";

/** Why a day does not count. */
export type ClosedReason = "weekend" | "publicHoliday" | "communityDay" | "recess";

/** A day that a deadline leaves out. */
export interface SkippedDay {
  readonly on: CalendarDate;
  readonly reason: ClosedReason;
  /** What the day is called, in French: « samedi », « Lundi de Pâques ». */
  readonly name: string;
}

/** How the last day for an answer was found. */
export interface Deadline {
  readonly rule: AnswerRule;
  /** The last day on which an answer is on time. */
  readonly dueOn: CalendarDate;
  /** The days between the day of tabling and `dueOn` that did not count, in order. */
  readonly skipped: readonly SkippedDay[];
}

/** Deadlines by the rules and closed days of one parliament. */
export interface AnswerCalendar {
  readonly rules: readonly AnswerRule[];
  /** The deadline of a question tabled on this day; null where no rule was in force. */
  deadlineOf(tabledOn: CalendarDate): Deadline | null;
  /**
   * Working days from the day of tabling, which is 0, to a day not before it: Saturdays, Sundays, public holidays and
   * the days that the rule in force leaves out do not count. Null for a day before.
   */
  workingDaysTo(tabledOn: CalendarDate, day: CalendarDate): number | null;
}

/** What a calendar is made of. */
export interface CalendarData {
  readonly rules: readonly AnswerRule[];
  readonly recesses: readonly Recess[];
}

export function createAnswerCalendar({ rules }: CalendarData): AnswerCalendar {
  return { rules, deadlineOf: () => null, workingDaysTo: () => null };
}
