import fc from "fast-check";
import type { DurationCount } from "../../../src/domain/delays/duration-count.ts";

/** One question: days until its answer, or until it was last seen without one. */
export interface Duration {
  readonly day: number;
  readonly answered: boolean;
}

/** Counts of durations as statisticians write them: `5` answered on day 5, `"5+"` still open on it. */
export function durations(...written: readonly (number | `${number}+`)[]): DurationCount[] {
  return countsOf(
    written.map((text) => ({ day: parseInt(String(text), 10), answered: typeof text === "number" })),
  );
}

export function countsOf(all: readonly Duration[]): DurationCount[] {
  return [...Map.groupBy(all, ({ day }) => day)]
    .sort(([one], [other]) => one - other)
    .map(([day, those]) => {
      const events = those.filter(({ answered }) => answered).length;
      return { day, events, censored: those.length - events };
    });
}

/** Few days, so that many fall together. */
export const anyDurations = (bounds: { readonly minLength?: number } = {}) =>
  fc.array(fc.record({ day: fc.nat({ max: 12 }), answered: fc.boolean() }), { maxLength: 40, ...bounds });
