import assert from "node:assert/strict";
import { test } from "node:test";
import { dayCount, daysWithin, percentage, unbroken, wholeNumber } from "../../src/cli/french-figures.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("figures are written as French has it, with a dash for what does not exist", () => {
  assert.deepEqual([1234567, 0].map(wholeNumber).map(plain), ["1 234 567", "0"]);
  assert.deepEqual([6.5, 12, 17.26, null].map(dayCount), ["6,5", "12", "17,3", "–"]);
  assert.deepEqual(
    [0.564, 1, 0, null].map((share) => plain(percentage(share))),
    ["56 %", "100 %", "0 %", "–"],
  );
  assert.equal(plain(percentage(0.6057, { decimals: 1 })), "60,6 %");
});

test("limits stand by their figure, and one dash where there is none of it", () => {
  assert.equal(plain(daysWithin(31, [21.5, null])), "31 [21,5 ; –]");
  assert.equal(plain(daysWithin(null, [21, null])), "– [21 ; –]");
  assert.equal(daysWithin(null, [null, null]), "–");
});

test("signs stay with their words", () => {
  assert.equal(
    unbroken("nº 5 : « oui » ; 60 % ?"),
    "nº\u00a05\u00a0: «\u00a0oui\u00a0»\u00a0; 60\u00a0%\u00a0?",
  );
});
