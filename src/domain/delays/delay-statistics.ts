import { type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { AnswerRule } from "../deadline/answer-rule.ts";
import { type ClockStatistics, clockStatistics, type CurvePoint } from "./clock-statistics.ts";
import type { DelayTally } from "./delay-tally.ts";

/** Groups with fewer questions than this are not ranked among others. */
export const SMALL_GROUP = 10;

type TalliedCounts =
  | "tabled"
  | "answered"
  | "open"
  | "converted"
  | "overdue"
  | "holding"
  | "referrals"
  | "notCompetent"
  | "excluded";

/** What is known on a day about how long the answers to a group of questions take. */
export interface DelayStatistics extends Pick<DelayTally, TalliedCounts> {
  readonly asOf: CalendarDate;
  /** The rule in force on `asOf`; null where there is none. */
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

/** The figures of a group; `rules` are those of its parliament. */
export function delayStatistics(
  tally: DelayTally,
  { asOf, rules }: { readonly asOf: CalendarDate; readonly rules: readonly AnswerRule[] },
): DelayStatistics {
  const { tabled, answered, open, converted, overdue, holding, referrals, notCompetent, excluded } = tally;
  const { figures: substantive, curve } = clockStatistics(tally.substantive);
  const { figures: firstReply, curve: firstReplyCurve } = clockStatistics(tally.firstReply);
  return {
    asOf,
    answerRule: ruleOn(rules, asOf),
    ...{ tabled, answered, open, converted, overdue, holding, referrals, notCompetent, excluded },
    isSmall: tabled < SMALL_GROUP,
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

/** The rules that held on some day of a period, in their order; an end that is not given is open. */
export function rulesWithin(
  rules: readonly AnswerRule[],
  { from, to }: { readonly from?: CalendarDate | undefined; readonly to: CalendarDate },
): AnswerRule[] {
  return rules.filter(
    ({ inForceFrom, inForceTo }) =>
      inForceFrom <= to && (from === undefined || inForceTo === null || inForceTo >= from),
  );
}

/** The rule in force on a day, for questions tabled then; null where there is none. */
export function ruleOn(rules: readonly AnswerRule[], day: CalendarDate): DelayStatistics["answerRule"] {
  const [rule] = rulesWithin(rules, { from: day, to: day });
  return rule === undefined ? null : { id: rule.id, verified: rule.verified };
}

function oldestOpen({ oldestOpen: oldest }: DelayTally, asOf: CalendarDate): OldestOpen | null {
  return oldest === null ? null : { ...oldest, daysOpen: daysBetween(oldest.tabledOn, asOf) };
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
