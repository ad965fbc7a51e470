import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesNumbersIn } from "../../../src/domain/twins/series-numbers.ts";

const TITLES = [
  ["les pontons : volet I", ["1"]],
  ["les pontons - Volet II", ["2"]],
  ["LES PONTONS (PHASE IV)", ["4"]],
  ["le tome VI, chapitre IX", ["6", "9"]],
  ["le lot XIV et le lot XXXVIII", ["14", "38"]],
  ["la deuxième partie\u00a0iii du rapport", ["3"]],
  ["le volet 2", []],
  ["le volet IIII", []],
  ["le volet Informatique, la phase Initiale", []],
  ["le pavillot II, Charles X et le XIX e siècle", []],
  ["la partie", []],
] as const;

for (const [title, numbers] of TITLES) {
  test(`${title}: ${numbers.join(", ") || "none"}`, () => assert.deepEqual(seriesNumbersIn(title), numbers));
}
