import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { survivalCurve } from "../../../src/domain/delays/survival-curve.ts";
import { quantileDays, type Step } from "../../../src/domain/delays/survival-quantile.ts";
import { anyDurations, countsOf, durations } from "./durations.ts";

const quartiles = (steps: readonly Step[]) => quantileDays(steps, [0.25, 0.5, 0.75]);
const of = (...written: (number | `${number}+`)[]) => quartiles(survivalCurve(durations(...written)));

test("a quartile is the day on which the curve passes its level", () => {
  // Open: 4/5 after 1, 3/5 after 2, 2/5 after 3, 1/5 after 4, 0 after 5; passes 3/4, 1/2 and 1/4.
  assert.deepEqual(of(1, 2, 3, 4, 5), [2, 3, 4]);
});

test("where the curve is flat at the level, it is the middle of the flat stretch", () => {
  // Open: 3/4 from 2 to 6, 1/2 from 6 to 9, 1/4 from 9 to 20, then 0.
  assert.deepEqual(of(2, 6, 9, 20), [4, 7.5, 14.5]);
});

test("a flat stretch goes on over days on which questions are only lost to view", () => {
  // Open: 1/2 from 5 to 10, through day 8.
  assert.equal(of(2, 5, 5, "5+", "8+", 10)[1], 7.5);
});

test("where the level is the end of the curve, the stretch ends with the longest time observed", () => {
  assert.deepEqual(of(4, "10+"), [4, 7, null]);
});

test("a level that rounding keeps from being hit exactly is hit all the same", () => {
  const steps = [
    { day: 0, open: 1 },
    { day: 3, open: 0.5 + 1e-12 },
    { day: 9, open: 0.2 },
  ];
  assert.deepEqual(quantileDays(steps, [0.5]), [6]);
});

test("a level the curve does not come to has no day", () => {
  assert.deepEqual(of("3+", "9+"), [null, null, null]);
  assert.deepEqual(of(2, "3+", "3+", "3+", "3+"), [null, null, null]);
  assert.deepEqual(quartiles([]), [null, null, null]);
});

test("where a limit turns back, the level nearest to the share counts, and gaps are passed over", () => {
  const steps = [
    { day: 0, open: 1 },
    { day: 2, open: null },
    { day: 5, open: 0.4 },
    { day: 9, open: 0.45 },
    { day: 12, open: null },
  ];
  assert.deepEqual(quantileDays(steps, [0.5]), [9]);
});

test("whatever the durations, quartiles come in their order and within the days observed", () => {
  fc.assert(
    fc.property(anyDurations({ minLength: 1 }), (all) => {
      const longest = Math.max(...all.map(({ day }) => day));
      const found = quartiles(survivalCurve(countsOf(all)));
      const known = found.filter((day) => day !== null);
      assert.deepEqual(found.slice(0, known.length), known);
      assert.deepEqual(
        known,
        [...known].sort((one, other) => one - other),
      );
      assert.ok(known.every((day) => day >= 0 && day <= longest));
    }),
  );
});
