import type { CalendarDate } from "../calendar-date.ts";
import type { DurationCount } from "./duration-count.ts";

/** The counts of a tally that readers are told as they are. */
export const TOLD_COUNTS = [
  /** `answered`, `open` and `converted` together. */
  "tabled",
  "answered",
  /** Of the answered: those whose answer refers to another, or says that the minister is not competent. */
  "referrals",
  "notCompetent",
  /** Without an answer of substance, holding answers or not. */
  "open",
  /** Of the open: those with a holding answer. */
  "holding",
  "converted",
  "excluded",
  /** Of the open: those whose deadline has passed and that were not withdrawn. */
  "overdue",
] as const;

/** All that is counted in a tally. */
export const TALLY_COUNTS = [
  ...TOLD_COUNTS,
  /** Of the answered: those that had a deadline, and those of them that kept it. */
  "answeredWithDeadline",
  "answeredInTime",
  /** Those whose deadline has passed, neither given up before it nor withdrawn; of them, those answered in time. */
  "due",
  "dueAnsweredInTime",
] as const;

export type ToldCounts = Readonly<Record<(typeof TOLD_COUNTS)[number], number>>;
export type TallyCounts = Readonly<Record<(typeof TALLY_COUNTS)[number], number>>;

/**
 * What a group of questions amounts to on a day (`asOf`), by the dates published up to it: what came later is not known
 * yet. Questions whose dates cannot be relied upon are in `excluded` and nowhere else.
 */
export interface DelayTally extends TallyCounts {
  /** The open question that has waited longest; null where none is open. */
  readonly oldestOpen: { readonly sourceId: string; readonly tabledOn: CalendarDate } | null;
  /** Days from tabling to the answer of substance and to the first reply. */
  readonly substantive: readonly DurationCount[];
  readonly firstReply: readonly DurationCount[];
}

/** A count under each of these names. */
export function countEach<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>;
}
