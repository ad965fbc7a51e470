import { countEach, type DelayTally, TALLY_COUNTS } from "../../domain/delays/delay-tally.ts";
import type { DurationCount } from "../../domain/delays/duration-count.ts";
import type { AlikeQuestions } from "./alike-questions.ts";

/** A tally whose oldest open question is told by its number; null where none is open. */
export interface NumberedTally extends Omit<DelayTally, "oldestOpen"> {
  readonly oldestOpenId: number | null;
}

/** What questions amount to together. They may be of several groups; their days are of the same `asOf`. */
export function sumUp(rows: readonly AlikeQuestions[]): NumberedTally {
  const counts = countEach(TALLY_COUNTS, () => 0);
  const substantive = new Map<number, Counted>();
  const firstReply = new Map<number, Counted>();
  let oldest: Oldest = null;
  for (const row of rows) {
    const { outcome, questions } = row;
    if (outcome === "excluded") {
      counts.excluded += questions;
      continue;
    }
    const isAnswered = outcome === "answered";
    counts.tabled += questions;
    counts[outcome] += questions;
    if (isAnswered) countAnswered(counts, row);
    if (outcome === "open") {
      if (row.isReplied) counts.holding += questions;
      if (row.isDue) counts.overdue += questions;
      oldest = older(oldest, row.oldest);
    }
    if (row.isDue) counts.due += questions;
    if (row.isDue && row.isInTime === true) counts.dueAnsweredInTime += questions;
    const answer = isAnswered ? "events" : "censored";
    const reply = row.isReplied ? "events" : "censored";
    for (const [i, alike] of row.spanCounts.entries()) {
      at(substantive, row.substantiveDays[i]!)[answer] += alike;
      at(firstReply, row.firstReplyDays[i]!)[reply] += alike;
    }
  }
  return {
    ...counts,
    oldestOpenId: oldest?.[1] ?? null,
    substantive: inOrder(substantive),
    firstReply: inOrder(firstReply),
  };
}

type Counted = Record<"events" | "censored", number>;

function countAnswered(
  counts: Record<(typeof TALLY_COUNTS)[number], number>,
  { nature, isInTime, questions }: AlikeQuestions,
): void {
  if (nature === "referral") counts.referrals += questions;
  if (nature === "notCompetent") counts.notCompetent += questions;
  if (isInTime !== null) counts.answeredWithDeadline += questions;
  if (isInTime === true) counts.answeredInTime += questions;
}

type Oldest = AlikeQuestions["oldest"];

function older(one: Oldest, other: Oldest): Oldest {
  if (one === null || other === null) return one ?? other;
  const isOlder = other[0] < one[0] || (other[0] === one[0] && other[1] < one[1]);
  return isOlder ? other : one;
}

function at(counted: Map<number, Counted>, day: number): Counted {
  const known = counted.get(day);
  if (known !== undefined) return known;
  const fresh = { events: 0, censored: 0 };
  counted.set(day, fresh);
  return fresh;
}

function inOrder(counted: ReadonlyMap<number, Counted>): DurationCount[] {
  return [...counted].sort(([one], [other]) => one - other).map(([day, counts]) => ({ day, ...counts }));
}
