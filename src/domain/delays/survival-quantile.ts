/** A step of a curve that starts at 1 and falls; null where it is not defined. */
export interface Step {
  readonly day: number;
  readonly open: number | null;
}

/** Within this, a curve is taken to hit a level exactly: the tolerance of R, which products of fractions need. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/** A level of the curve, as the share that is answered, and the first day on which it held. */
interface Level {
  readonly answered: number;
  readonly day: number;
}

/**
 * The days by which these shares (0.5 for the median) have their answer by a curve; null where it does not come so far.
 * Where it is flat at exactly that level, the middle of the flat stretch, as `quantile.survfit` of R gives it.
 */
export function quantileDays(steps: readonly Step[], shares: readonly number[]): (number | null)[] {
  const firstDays = new Map<number | null, number>();
  for (const { day, open } of steps) if (!firstDays.has(open)) firstDays.set(open, day);
  const levels: Level[] = [];
  for (const [open, day] of firstDays) if (open !== null) levels.push({ answered: 1 - open, day });
  const end = { open: [...firstDays.keys()].at(-1) ?? null, day: steps.at(-1)?.day ?? 0 };
  // A limit may turn back where few are left; R, too, takes the level nearest to the share, not the first day.
  levels.sort((one, other) => one.answered - other.answered);
  return shares.map((share) => {
    const reached = levels.find(({ answered }) => answered + TOLERANCE >= share);
    if (reached === undefined) return null;
    const isEnd = end.open !== null && Math.abs(share - (1 - end.open)) < TOLERANCE;
    const passed = isEnd ? end : levels.find(({ answered }) => answered - TOLERANCE >= share);
    return passed === undefined ? null : (reached.day + passed.day) / 2;
  });
}
