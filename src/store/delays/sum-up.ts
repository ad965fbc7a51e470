import type { DelayTally } from "../../domain/delays/delay-tally.ts";
import type { DurationCount } from "../../domain/delays/duration-count.ts";
import type { AlikeQuestions } from "./alike-questions.ts";

/** A tally whose oldest open question is still a number of ours. */
export interface RowTally extends Omit<DelayTally, "oldestOpen"> {
  readonly oldestOpenId: number | null;
}

/** What the questions of one group amount to. */
export function sumUp(rows: readonly AlikeQuestions[]): RowTally {
  const possible = rows.filter(({ outcome }) => outcome !== "excluded");
  const answered = possible.filter(({ outcome }) => outcome === "answered");
  const open = possible.filter(({ outcome }) => outcome === "open");
  const due = possible.filter(({ isDue }) => isDue);
  return {
    tabled: count(possible),
    answered: count(answered),
    referrals: count(answered, ({ nature }) => nature === "referral"),
    notCompetent: count(answered, ({ nature }) => nature === "notCompetent"),
    open: count(open),
    holding: count(open, ({ isReplied }) => isReplied),
    converted: count(possible, ({ outcome }) => outcome === "converted"),
    excluded: count(rows, ({ outcome }) => outcome === "excluded"),
    overdue: count(open, ({ isDue }) => isDue),
    answeredWithDeadline: count(answered, ({ isInTime }) => isInTime !== null),
    answeredInTime: count(answered, ({ isInTime }) => isInTime === true),
    due: count(due),
    dueAnsweredInTime: count(due, ({ isInTime }) => isInTime === true),
    oldestOpenId: open.reduce<AlikeQuestions | null>(olderOf, null)?.firstId ?? null,
    substantive: durations(possible, ({ substantiveDays, outcome }) => [
      substantiveDays,
      outcome === "answered",
    ]),
    firstReply: durations(possible, ({ firstReplyDays, isReplied }) => [firstReplyDays, isReplied]),
  };
}

function count(rows: readonly AlikeQuestions[], isCounted?: (row: AlikeQuestions) => boolean): number {
  let sum = 0;
  for (const row of rows) if (isCounted?.(row) ?? true) sum += row.questions;
  return sum;
}

/** Open questions that have waited for as long were tabled on the same day. */
function olderOf(one: AlikeQuestions | null, other: AlikeQuestions): AlikeQuestions {
  if (one === null || other.substantiveDays > one.substantiveDays) return other;
  return other.substantiveDays === one.substantiveDays && other.firstId < one.firstId ? other : one;
}

function durations(
  rows: readonly AlikeQuestions[],
  clockOf: (row: AlikeQuestions) => readonly [day: number, isEvent: boolean],
): DurationCount[] {
  const byDay = new Map<number, { day: number; events: number; censored: number }>();
  for (const row of rows) {
    const [day, isEvent] = clockOf(row);
    let at = byDay.get(day);
    if (at === undefined) byDay.set(day, (at = { day, events: 0, censored: 0 }));
    at[isEvent ? "events" : "censored"] += row.questions;
  }
  return [...byDay.values()].sort((one, other) => one.day - other.day);
}
