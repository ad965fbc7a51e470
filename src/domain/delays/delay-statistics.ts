import { type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { AnswerRule } from "../deadline/answer-rule.ts";
import { type ClockStatistics, clockStatistics, type CurvePoint } from "./clock-statistics.ts";
import { countEach, type DelayTally, TOLD_COUNTS, type ToldCounts } from "./delay-tally.ts";

/** Groups with fewer questions than this are not ranked among others. */
export const SMALL_GROUP = 10;

/** What is known on a day about how long the answers to a group of questions take. */
export interface DelayStatistics extends ToldCounts {
  readonly asOf: CalendarDate;
  /**
   * The latest of the rules that its questions fall under; `verified` only where all of them are. Null where there is
   * none.
   */
  readonly answerRule: Pick<AnswerRule, "id" | "verified"> | null;
  /** Fewer than ten questions: the figures are there, but say little. */
  readonly isSmall: boolean;
  readonly oldestOpen: OldestOpen | null;
  readonly substantive: ClockStatistics;
  readonly firstReply: ClockStatistics;
  readonly withinDeadline: WithinDeadline;
  /** Of the answers of substance. */
  readonly curve: readonly CurvePoint[];
  readonly firstReplyCurve: readonly CurvePoint[];
}

/** The open question that has waited longest. */
export interface OldestOpen {
  readonly sourceId: string;
  readonly tabledOn: CalendarDate;
  /** Calendar days from tabling to `asOf`. */
  readonly daysOpen: number;
}

/** The share answered in time. */
export interface WithinDeadline {
  /** Of the answered that had a deadline; null without any. */
  readonly ofAnswered: number | null;
  /** Of all whose deadline has passed, answered or not; null without any. */
  readonly ofDue: number | null;
}

/** The figures of a group; `rules` are those that its questions fall under. */
export function delayStatistics(
  tally: DelayTally,
  { asOf, rules }: { readonly asOf: CalendarDate; readonly rules: readonly AnswerRule[] },
): DelayStatistics {
  const { figures: substantive, curve } = clockStatistics(tally.substantive);
  const { figures: firstReply, curve: firstReplyCurve } = clockStatistics(tally.firstReply);
  return {
    asOf,
    answerRule: latestRule(rules),
    ...countEach(TOLD_COUNTS, (name) => tally[name]),
    isSmall: tally.tabled < SMALL_GROUP,
    oldestOpen: oldestOpen(tally, asOf),
    substantive,
    firstReply,
    withinDeadline: {
      ofAnswered: ratio(tally.answeredInTime, tally.answeredWithDeadline),
      ofDue: ratio(tally.dueAnsweredInTime, tally.due),
    },
    curve,
    firstReplyCurve,
  };
}

/** What several rules together come to: the latest of them, as sure as the least sure; null for none. */
export function latestRule(rules: readonly AnswerRule[]): DelayStatistics["answerRule"] {
  const [latest] = rules.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? 1 : -1));
  return latest === undefined ? null : { id: latest.id, verified: rules.every(({ verified }) => verified) };
}

function oldestOpen({ oldestOpen: oldest }: DelayTally, asOf: CalendarDate): OldestOpen | null {
  return oldest === null ? null : { ...oldest, daysOpen: daysBetween(oldest.tabledOn, asOf) };
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
