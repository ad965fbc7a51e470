import { chiSquareTail } from "./chi-square.ts";
import type { DurationCount } from "./duration-count.ts";
import { quadraticForm } from "./quadratic-form.ts";

/** A test of whether groups come to their events at the same pace. */
export interface LogRank {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** How often groups of one and the same pace would differ at least as much by chance. */
  readonly pValue: number;
  /** In the order of the groups: events there were, and those there would be if all had the same pace. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/** A day, as seen from all groups: how many of each were at risk, and how many came to their event. */
interface Day {
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
}

/**
 * The log-rank test (`survdiff` of R). A group of which nothing could be expected, since nobody was at risk when events
 * came, does not count. Null where fewer than two groups are left, or where what came on each day had to come.
 */
export function logRankTest(groups: readonly (readonly DurationCount[])[]): LogRank | null {
  const days = eventDays(groups);
  const observed = groups.map((_, group) => sum(days.map(({ events }) => events[group]!)));
  const expected = groups.map((_, group) => sum(days.map((day) => expectedOn(day, group))));
  const compared = groups.map((_, group) => group).filter((group) => expected[group]! > 0);
  // The differences add up to 0: the last one says nothing that the others have not said.
  const free = compared.slice(0, -1);
  if (free.length === 0) return null;
  const differences = free.map((group) => observed[group]! - expected[group]!);
  const covariances = free.map((one) =>
    free.map((other) => sum(days.map((day) => covariance(day, one, other)))),
  );
  const chiSquare = quadraticForm(covariances, differences);
  if (chiSquare === null) return null;
  return {
    chiSquare,
    degreesOfFreedom: free.length,
    pValue: chiSquareTail(chiSquare, free.length),
    groups: groups.map((_, group) => ({ observed: observed[group]!, expected: expected[group]! })),
  };
}

/** The days with an event in any group, in order; who is censored on a day was still at risk on it. */
function eventDays(groups: readonly (readonly DurationCount[])[]): Day[] {
  const entries = groups.flatMap((counts, group) => counts.map((count) => ({ ...count, group })));
  const atRisk = groups.map((counts) => sum(counts.map(({ events, censored }) => events + censored)));
  const byDay = [...Map.groupBy(entries, ({ day }) => day)].sort(([one], [other]) => one - other);
  return byDay.flatMap(([, counts]) => {
    const day = { atRisk: [...atRisk], events: groups.map(() => 0) };
    for (const { group, events, censored } of counts) {
      day.events[group]! += events;
      atRisk[group]! -= events + censored;
    }
    return sum(day.events) === 0 ? [] : [day];
  });
}

function expectedOn({ atRisk, events }: Day, group: number): number {
  return (sum(events) * atRisk[group]!) / sum(atRisk);
}

/** Of the events of two groups on a day, all totals given: the hypergeometric covariance. */
function covariance({ atRisk, events }: Day, one: number, other: number): number {
  const all = sum(atRisk);
  if (all === 1) return 0;
  const came = sum(events);
  const spread = (came * (all - came)) / (all - 1);
  const share = atRisk[one]! / all;
  return spread * share * ((one === other ? 1 : 0) - atRisk[other]! / all);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
