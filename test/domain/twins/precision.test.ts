import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ALL_PAIRS, type LabelledPair, PAIR_SETS, type PairSet, readPairs, score } from "./labelled-pairs.ts";

/** What is measured; before Roman numerals of a series were read, the precision of the second was 0.97. */
const FLOORS: Readonly<Record<PairSet, { readonly precision: number; readonly recall: number }>> = {
  development: { precision: 1, recall: 1 },
  "held-out": { precision: 1, recall: 1 },
};

suite("precision and recall", () => {
  for (const set of PAIR_SETS) {
    test(`of the ${set} pairs reach their floors`, (t) => {
      const pairs = readPairs(set);
      const { precision, recall } = figuresOf(pairs);
      t.diagnostic(
        `${set}: ${pairs.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      );
      assert.ok(precision >= FLOORS[set].precision, `precision ${precision}`);
      assert.ok(recall >= FLOORS[set].recall, `recall ${recall}`);
    });
  }

  test("rest on enough pairs of either kind, each given once", () => {
    const twins = ALL_PAIRS.filter(({ areTwins }) => areTwins);
    assert.ok(ALL_PAIRS.length >= 120 && twins.length >= 60 && ALL_PAIRS.length - twins.length >= 60);
    const pairs = ALL_PAIRS.map(({ one, other }) => JSON.stringify([one, other]));
    assert.equal(new Set(pairs).size, pairs.length);
  });
});

function figuresOf(pairs: readonly LabelledPair[]) {
  const found = pairs.filter(({ one, other }) => score(one, other) !== null);
  const right = found.filter(({ areTwins }) => areTwins).length;
  const twins = pairs.filter(({ areTwins }) => areTwins).length;
  return { precision: right / found.length, recall: right / twins };
}
