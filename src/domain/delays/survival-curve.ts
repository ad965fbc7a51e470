import type { DurationCount } from "./duration-count.ts";

/** The part of a group that is still without an answer from a day on, until the next point. */
export interface SurvivalPoint {
  /** Days from the beginning; the first point is day 0, before anything happened. */
  readonly day: number;
  /** Estimated part that is still waiting after this day, from 1 to 0. */
  readonly open: number;
  /** Its 95 % limits; null where they do not exist: after the beginning, as long as `open` is 1, and where it is 0. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** How many were still observed when the day began, and how many left observation on it. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** The 0.975 quantile of the normal distribution: 95 % lie within. */
const NORMAL_975 = 1.959963984540054;

/**
 * The Kaplan–Meier estimate with log-log limits, as `survfit(conf.type = "log-log")` of R gives it: a point for the
 * beginning and one for each day on which something left observation; what is only censored on day 0 is told by the
 * beginning. Of what happens on one day, events come first, so that what is censored on it was still at risk. Counts may
 * come in any order; none give no point at all.
 */
export function survivalCurve(counts: readonly DurationCount[]): SurvivalPoint[] {
  const days = inOrder(counts);
  const total = days.reduce((sum, { events, censored }) => sum + events + censored, 0);
  if (total === 0) return [];
  const start = { day: 0, open: 1, lower: 1, upper: 1, atRisk: total, events: 0, censored: 0 };
  const points: SurvivalPoint[] = [start];
  let atRisk = total;
  let open = 1;
  let greenwood = 0;
  for (const { day, events, censored } of days) {
    open *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    if (day === 0 && events === 0) points[0] = { ...start, censored };
    else points.push({ day, open, ...limitsOf(open, greenwood), atRisk, events, censored });
    atRisk -= events + censored;
  }
  return points;
}

/** Each day once, in order, without those on which nothing happened. */
function inOrder(counts: readonly DurationCount[]): DurationCount[] {
  const days = new Map<number, DurationCount>();
  for (const { day, events, censored } of counts) {
    if (events + censored === 0) continue;
    const known = days.get(day) ?? { day, events: 0, censored: 0 };
    days.set(day, { day, events: known.events + events, censored: known.censored + censored });
  }
  return [...days.values()].sort((one, other) => one.day - other.day);
}

/** Limits of `open` by the variance of its logarithm (Greenwood), symmetric for log(-log(open)). */
function limitsOf(open: number, greenwood: number): Pick<SurvivalPoint, "lower" | "upper"> {
  if (open === 0 || open === 1) return { lower: null, upper: null };
  const halfWidth = (NORMAL_975 * Math.sqrt(greenwood)) / -Math.log(open);
  return { lower: open ** Math.exp(halfWidth), upper: open ** Math.exp(-halfWidth) };
}

/** The estimate on a day, or null beyond the longest time observed, where nothing is known. */
export function survivalOn(points: readonly SurvivalPoint[], day: number): SurvivalPoint | null {
  const last = points.at(-1);
  if (last === undefined || day > last.day) return null;
  return points.findLast((point) => point.day <= day) ?? null;
}
