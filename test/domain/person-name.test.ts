import assert from "node:assert/strict";
import { test } from "node:test";
import { fullerSpelling } from "../../src/domain/person-name.ts";

const SPELLINGS = [
  ["the accent kept wins", "DUCHENE Honoré", "DUCHÊNE Honoré", "DUCHÊNE Honoré"],
  [
    "accents count however they are encoded",
    "DUCHE\u0302NE Honoré",
    "DUCHENE Honoré",
    "DUCHE\u0302NE Honoré",
  ],
  ["of two as full the first by code point", "OSSELAER THÉO", "OSSELAER Théo", "OSSELAER THÉO"],
  ["the same is the same", "OSSELAER Théo", "OSSELAER Théo", "OSSELAER Théo"],
] as const;

for (const [rule, one, other, fuller] of SPELLINGS) {
  test(`${rule}: ${fuller}`, () => {
    assert.equal(fullerSpelling(one, other), fuller);
    assert.equal(fullerSpelling(other, one), fuller);
  });
}

test("the order in which spellings are met does not matter", () => {
  const met = ["DUCHENE Honore", "DUCHÊNE Honore", "DUCHENE Honoré", "DUCHÊNE Honoré", "Duchêne Honoré"];
  for (let turn = 0; turn < met.length; turn += 1) {
    const turned = [...met.slice(turn), ...met.slice(0, turn)];
    assert.equal(turned.reduce(fullerSpelling), "DUCHÊNE Honoré");
    assert.equal(turned.toReversed().reduce(fullerSpelling), "DUCHÊNE Honoré");
  }
});
