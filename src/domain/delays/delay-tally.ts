import type { CalendarDate } from "../calendar-date.ts";
import type { DurationCount } from "./duration-count.ts";

/**
 * What a group of questions amounts to on a day (`asOf`), by the dates published up to it: what came later is not known
 * yet. Questions with impossible dates are in `excluded` and nowhere else.
 */
export interface DelayTally {
  /** `answered`, `open` and `converted` together. */
  readonly tabled: number;
  readonly answered: number;
  /** Of the answered: those whose answer refers to another, or says that the minister is not competent. */
  readonly referrals: number;
  readonly notCompetent: number;
  /** Without an answer of substance, holding answers or not. */
  readonly open: number;
  /** Of the open: those with a holding answer. */
  readonly holding: number;
  readonly converted: number;
  readonly excluded: number;
  /** Of the open: those whose deadline has passed. */
  readonly overdue: number;
  /** Of the answered: those that had a deadline, and those of them that kept it. */
  readonly answeredWithDeadline: number;
  readonly answeredInTime: number;
  /** Questions whose deadline has passed and that were not given up before it, and those of them answered in time. */
  readonly due: number;
  readonly dueAnsweredInTime: number;
  /** The open question that has waited longest; null where none is open. */
  readonly oldestOpen: { readonly sourceId: string; readonly tabledOn: CalendarDate } | null;
  /** Days from tabling to the answer of substance and to the first reply. */
  readonly substantive: readonly DurationCount[];
  readonly firstReply: readonly DurationCount[];
}
