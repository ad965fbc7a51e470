import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { nearNames } from "../../../src/http/api/near-names.ts";

const named = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug.toUpperCase() }));
const near = (typed: string, ...slugs: string[]) => nearNames(typed, named(...slugs)).map(({ slug }) => slug);

suite("near names", () => {
  test("are those that have every word typed, in any order", () => {
    assert.deepEqual(near("benoit-lutgan", "lutgan-benoit", "lutgan-marie", "preval-benoit"), [
      "lutgan-benoit",
    ]);
  });

  test("are those that begin with what was typed of a word", () => {
    assert.deepEqual(near("lut", "preval-patrick", "lutgan-benoit"), ["lutgan-benoit"]);
  });

  test("put names with the words typed before names with other letters", () => {
    assert.deepEqual(near("preval", "preval-patrick", "prevel-anne"), ["preval-patrick", "prevel-anne"]);
  });

  test("forgive a few letters, the fewest first", () => {
    assert.deepEqual(near("lutgen-benoit", "lutgan-benoite", "lutgan-benoit"), [
      "lutgan-benoit",
      "lutgan-benoite",
    ]);
  });

  test("forgive letters of a family name given alone", () => {
    assert.deepEqual(near("lutgn", "lutgan-benoit", "preval-maxime"), ["lutgan-benoit"]);
  });

  test("are none where nothing is near, and where nothing was typed", () => {
    assert.deepEqual(near("xyzzy", "lutgan-benoit", "preval-maxime"), []);
    assert.deepEqual(near("", "lutgan-benoit"), []);
  });

  test("are at most five", () => {
    assert.equal(near("preval", ...Array.from({ length: 9 }, (_, i) => `preval-${i}`)).length, 5);
  });
});
