import type { DurationCount } from "./duration-count.ts";

/** Mean and median of the answered alone: what one gets by leaving out those that still wait, so too short. */
export interface AnsweredAlone {
  readonly n: number;
  /** In days; null where nothing was answered. */
  readonly mean: number | null;
  readonly median: number | null;
}

export function answeredAlone(counts: readonly DurationCount[]): AnsweredAlone {
  const answered = counts.filter(({ events }) => events > 0).sort((one, other) => one.day - other.day);
  const n = answered.reduce((sum, { events }) => sum + events, 0);
  if (n === 0) return { n, mean: null, median: null };
  const days = answered.reduce((sum, { day, events }) => sum + day * events, 0);
  const median = (dayOf(answered, Math.ceil(n / 2)) + dayOf(answered, Math.floor(n / 2) + 1)) / 2;
  return { n, mean: days / n, median };
}

/** The day of the answer with this rank, from 1; `answered` is in order. */
function dayOf(answered: readonly DurationCount[], rank: number): number {
  let before = 0;
  return answered.find(({ events }) => (before += events) >= rank)!.day;
}
