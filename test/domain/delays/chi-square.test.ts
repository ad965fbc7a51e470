import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { chiSquareTail, erfc } from "../../../src/domain/delays/chi-square.ts";

/** Both are computed elsewhere (SciPy 1.17). */
const ERFC = [
  [0, 1],
  [1e-9, 0.9999999988716208],
  [0.01, 0.9887165844441503],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028516],
  [1.999999, 0.004677755648073952],
  [2, 0.004677734981047266],
  [2.000001, 0.004677714314103242],
  [3, 2.2090496998585445e-5],
  [10, 2.0884875837625446e-45],
  [26, 5.663192408856145e-296],
] as const;

const TAILS = [
  [3.841458820694124, 1, 0.05],
  [0.001, 1, 0.9747728793699604],
  [50, 1, 1.537459794428033e-12],
  [900, 1, 9.813427854296455e-198],
  [5.991464547107979, 2, 0.05],
  [7.814727903251179, 3, 0.05],
  [12.2110069859, 7, 0.09382984965387411],
  [18.307038053275146, 10, 0.05],
  [200, 10, 1.6139305336977317e-37],
] as const;

const assertClose = (found: number, expected: number) =>
  assert.ok(Math.abs(found / expected - 1) < 1e-12, `${found} is not ${expected}`);

suite("to twelve digits", () => {
  for (const [x, expected] of ERFC) test(`erfc(${x})`, () => assertClose(erfc(x), expected));
  for (const [x, degrees, expected] of TAILS) {
    test(`chi-square above ${x} by ${degrees} degrees`, () =>
      assertClose(chiSquareTail(x, degrees), expected));
  }
});

test("nothing lies below 0, and what is too rare to be counted is 0", () => {
  assert.deepEqual([chiSquareTail(0, 1), chiSquareTail(0, 4), chiSquareTail(-1e-17, 1)], [1, 1, 1]);
  assert.equal(chiSquareTail(10_000, 1), 0);
});
