import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameText } from "../../src/domain/same-text.ts";

const PAIRS = [
  ["Un deux.", "Un deux.", true],
  ["Un\n\ndeux.", "Un deux.", true],
  [" Un  deux.\t", "Un\u00a0deux.", true],
  ["Un\u202fdeux\r\n", "Un deux", true],
  ["", " \n", true],
  ["Undeux", "Un deux", false],
  ["Un deux", "un deux", false],
  ["l'orme", "l’orme", false],
] as const;

for (const [one, other, same] of PAIRS) {
  test(`${JSON.stringify(one)} and ${JSON.stringify(other)} say ${same ? "the same" : "different things"}`, () => {
    assert.equal(isSameText(one, other), same);
    assert.equal(isSameText(other, one), same);
  });
}
