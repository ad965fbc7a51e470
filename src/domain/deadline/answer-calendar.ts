import { type CalendarDate, isWeekend, nextDay, weekdaysBetween } from "../calendar-date.ts";
import { dayName } from "../french-day.ts";
import { type AnswerRule, isInForce, type Recess } from "./answer-rule.ts";
import { type ClosedDay, type ClosedDays, createClosedDays } from "./closed-days.ts";

/** Why a day does not count. */
export type ClosedReason = ClosedDay["reason"] | "weekend";

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
  /** The days between day zero and `dueOn` that did not count, in order. */
  readonly skipped: readonly SkippedDay[];
}

/** What a calendar is made of. */
export interface CalendarData {
  readonly rules: readonly AnswerRule[];
  readonly recesses: readonly Recess[];
}

/** Deadlines by the rules and closed days of one parliament. */
export interface AnswerCalendar extends CalendarData {
  /** The deadline of a question tabled on this day; null where no rule was in force, or the calendar ends before. */
  deadlineOf(tabledOn: CalendarDate): Deadline | null;
  /**
   * Working days from the day of tabling, which is 0, to a day not before it: Saturdays, Sundays, public holidays and
   * the days that the rule in force leaves out do not count. Null for a day before.
   */
  workingDaysTo(tabledOn: CalendarDate, day: CalendarDate): number | null;
  /**
   * Whether the deadlines of a rule are certain. One we know no longer, because it was changed since, was not verified
   * as far as we can tell; nor was none, which is null.
   */
  isVerified(ruleId: string | null): boolean;
}

/** A calendar of data that was checked: of its rules, at most one is in force on any day. */
export function createAnswerCalendar({ rules, recesses }: CalendarData): AnswerCalendar {
  const byRule = rules.map((rule) => ({
    rule,
    closed: createClosedDays(rule.closedOn, recesses),
    notWorked: createClosedDays([...rule.closedOn, "publicHolidays"], recesses),
  }));
  const holidays = createClosedDays(["publicHolidays"], []);
  const inForceOn = (day: CalendarDate) =>
    byRule.find(({ rule }) => isInForce(rule, { from: day, to: day })) ?? null;
  // Many questions are tabled on one day.
  const known = new Map<CalendarDate, Deadline | null>();
  return {
    rules,
    recesses,

    deadlineOf(tabledOn) {
      const inForce = inForceOn(tabledOn);
      if (inForce === null) return null;
      const deadline = known.get(tabledOn) ?? countDays(tabledOn, inForce.rule, inForce.closed);
      known.set(tabledOn, deadline);
      return deadline;
    },

    workingDaysTo(tabledOn, day) {
      if (day < tabledOn) return null;
      const notWorked = inForceOn(tabledOn)?.notWorked ?? holidays;
      return weekdaysBetween(tabledOn, day) - notWorked.countWeekdays(tabledOn, day);
    },

    isVerified: (ruleId) => rules.some(({ id, verified }) => id === ruleId && verified),
  };
}

function countDays(tabledOn: CalendarDate, rule: AnswerRule, closed: ClosedDays): Deadline | null {
  const skipped: SkippedDay[] = [];
  let dueOn = rule.dayZero === "tabledOn" ? tabledOn : nextDay(tabledOn);
  for (let counted = 0; counted < rule.periodDays;) {
    dueOn = dueOn && nextDay(dueOn);
    if (dueOn === null) return null;
    const closure = closureOf(dueOn, rule, closed);
    if (closure === null) counted += 1;
    else skipped.push({ on: dueOn, ...closure });
  }
  return dueOn && { rule, dueOn, skipped };
}

/**
 * Why a day does not count; null where it does. A holiday at a weekend is told by its name; of a Saturday in a recess
 * it is told that it is one, because it never counts.
 */
function closureOf(on: CalendarDate, rule: AnswerRule, closed: ClosedDays): Omit<SkippedDay, "on"> | null {
  const day = closed.find(on);
  const isNamed = day !== null && day.reason !== "recess";
  if (isNamed || rule.countedIn === "calendarDays" || !isWeekend(on)) return day;
  return { reason: "weekend", name: dayName(on) };
}
