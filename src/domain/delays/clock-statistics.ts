import { type AnsweredAlone, answeredAlone } from "./answered-alone.ts";
import type { DurationCount } from "./duration-count.ts";
import { survivalCurve, survivalOn, type SurvivalPoint } from "./survival-curve.ts";
import { quantileDays } from "./survival-quantile.ts";

/** Days by which the probability of an answer is told. */
export const ANSWERED_BY_DAYS = [15, 20, 30, 60, 90, 180] as const;

/** 95 % limits, the lower one first; null where one does not exist. */
export type Limits = readonly [lower: number | null, upper: number | null];

/** The probability of an answer by a day; null beyond the longest time observed. */
export interface AnswerProbability {
  readonly p: number | null;
  readonly ci95: Limits;
}

/** A point of the curve: the part still waiting after a day, with its limits, and how many were observed until it. */
export interface CurvePoint {
  readonly day: number;
  readonly open: number;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly atRisk: number;
}

/** How long answers take by one of the two clocks, in calendar days; null where the estimate does not exist. */
export interface ClockStatistics {
  readonly median: number | null;
  readonly medianCi95: Limits;
  readonly q1: number | null;
  readonly q1Ci95: Limits;
  readonly q3: number | null;
  readonly q3Ci95: Limits;
  readonly answeredBy: Readonly<Record<`${(typeof ANSWERED_BY_DAYS)[number]}`, AnswerProbability>>;
  readonly naive: AnsweredAlone;
}

/** The figures of one clock, and the curve they are read from, which begins on day 0 with 1; empty for no question. */
export function clockStatistics(counts: readonly DurationCount[]): {
  readonly figures: ClockStatistics;
  readonly curve: readonly CurvePoint[];
} {
  const points = survivalCurve(counts);
  const days = quartiles(points, "open");
  const [earliest, latest] = [quartiles(points, "lower"), quartiles(points, "upper")];
  const by = (day: number) => probability(points, day);
  return {
    figures: {
      median: days.median,
      medianCi95: [earliest.median, latest.median],
      q1: days.q1,
      q1Ci95: [earliest.q1, latest.q1],
      q3: days.q3,
      q3Ci95: [earliest.q3, latest.q3],
      answeredBy: { 15: by(15), 20: by(20), 30: by(30), 60: by(60), 90: by(90), 180: by(180) },
      naive: answeredAlone(counts),
    },
    curve: points.map(({ day, open, lower, upper, atRisk }) => ({ day, open, lo: lower, hi: upper, atRisk })),
  };
}

/** The quartiles of a curve; the lower limit of what is open falls first, and gives the earlier days. */
function quartiles(points: readonly SurvivalPoint[], limit: "open" | "lower" | "upper") {
  const steps = points.map(({ day, [limit]: open }) => ({ day, open }));
  const [q1 = null, median = null, q3 = null] = quantileDays(steps, [0.25, 0.5, 0.75]);
  return { q1, median, q3 };
}

/** An answer has come where nothing is open any more: the limits change places. */
function probability(points: readonly SurvivalPoint[], day: number): AnswerProbability {
  const point = survivalOn(points, day);
  if (point === null) return { p: null, ci95: [null, null] };
  return { p: 1 - point.open, ci95: [complement(point.upper), complement(point.lower)] };
}

const complement = (share: number | null) => (share === null ? null : 1 - share);
