import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logRankTest } from "../../../src/domain/delays/log-rank.ts";
import { anyDurations, countsOf, durations } from "./durations.ts";

const close = (found: number | undefined, expected: number) =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`);

test("two groups are compared day by day, by hand", () => {
  /*
   *   day   at risk: A   B   both   answers   expected of A   variance
   *    1             2   2    4        1           1/2         1/2 · 1/2 = 1/4
   *    2             1   2    3        1           1/3         1/3 · 2/3 = 2/9
   *    3             0   2    2        1            0              0
   *    4             0   1    1        1            0              0
   *                                        A: 2 came, 5/6 expected, variance 17/36; (7/6)² / (17/36) = 49/17
   */
  const found = logRankTest([durations(1, 2), durations(3, 4)]);
  close(found?.chiSquare, 49 / 17);
  assert.equal(found?.degreesOfFreedom, 1);
  close(found?.pValue, 0.08955507441);
  assert.deepEqual(
    found?.groups.map(({ observed }) => observed),
    [2, 2],
  );
  close(found?.groups[0]?.expected, 5 / 6);
  close(found?.groups[1]?.expected, 19 / 6);
});

test("answers on one day, and what is lost to view on it, are at risk together", () => {
  /*
   *   day   at risk: A   B   both   answers   expected of A   variance
   *    5             3   2    5        2       2 · 3/5        2 · 3/5 · 2/5 · (5 − 2)/(5 − 1) = 9/25
   *                                        A: 1 came, 6/5 expected; (1/5)² / (9/25) = 1/9
   */
  close(logRankTest([durations(5, "5+", "7+"), durations(5, "9+")])?.chiSquare, 1 / 9);
});

test("groups of one and the same pace do not differ", () => {
  const found = logRankTest([durations(1, 2, "4+"), durations(1, 2, "4+")]);
  close(found?.chiSquare, 0);
  close(found?.pValue, 1);
});

test("a group that was gone before the first answer is left out", () => {
  const two = [durations(5, 8), durations(6, 9)];
  assert.equal(logRankTest([durations("2+"), ...two])?.chiSquare, logRankTest(two)?.chiSquare);
  assert.equal(logRankTest([durations("2+"), ...two])?.degreesOfFreedom, 1);
});

test("without two groups that could have been answered there is no test", () => {
  assert.equal(logRankTest([]), null);
  assert.equal(logRankTest([durations(1, 2)]), null);
  assert.equal(logRankTest([durations(1, 2), []]), null);
  assert.equal(logRankTest([durations("3+"), durations("9+")]), null);
  assert.equal(logRankTest([durations(7), durations("3+")]), null);
});

test("where all who were left were answered at once there is nothing to compare", () => {
  assert.equal(logRankTest([durations(5), durations(5)]), null);
});

test("whatever the groups: their order is of no account, and the differences add up to 0", () => {
  fc.assert(
    fc.property(fc.array(anyDurations(), { minLength: 2, maxLength: 4 }), (all) => {
      const groups = all.map(countsOf);
      const found = logRankTest(groups);
      const turned = logRankTest(groups.toReversed());
      assert.equal(found === null, turned === null);
      if (found === null || turned === null) return;
      assert.ok(Math.abs(found.chiSquare - turned.chiSquare) < 1e-6 * Math.max(1, found.chiSquare));
      assert.ok(found.pValue >= 0 && found.pValue <= 1);
      const difference = found.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
      assert.ok(Math.abs(difference) < 1e-9);
    }),
  );
});
