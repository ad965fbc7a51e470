/** Something to be timed; it is told which turn it is, from 0 on, those that warm up included. */
export type Work = (turn: number) => unknown;

export interface Turns {
  /** How often everything is timed. */
  readonly turns: number;
  /** How many turns come before, without being timed. */
  readonly warmUp: number;
}

/**
 * Times works in turns, so that a busy moment of the machine falls on all of them. In milliseconds, the shortest
 * first.
 */
export async function timeInTurns<Name>(
  works: ReadonlyMap<Name, Work>,
  { turns, warmUp }: Turns,
): Promise<Map<Name, number[]>> {
  const times = new Map([...works.keys()].map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    for (const [name, work] of works) {
      const startedAt = performance.now();
      await work(turn);
      if (turn >= warmUp) times.get(name)!.push(performance.now() - startedAt);
    }
  }
  for (const taken of times.values()) taken.sort((one, other) => one - other);
  return times;
}

/** The least of some ascending numbers that so large a share of them does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
