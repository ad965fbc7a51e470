import assert from "node:assert/strict";
import { test } from "node:test";
import { slugOf, slugWords } from "../../src/domain/folded-text.ts";

const FOLDED = [
  ["case and accents", "DUCHÊNE Honoré", "duchene-honore"],
  ["an accent left out", "DUCHENE Honore", "duchene-honore"],
  ["accents written as marks of their own", "DUCHE\u0302NE Honore\u0301", "duchene-honore"],
  ["hyphens", "ABBINGS-MÜLLER Renaud", "abbings-muller-renaud"],
  ["a straight apostrophe", "Ministre de l'Orme", "ministre-de-l-orme"],
  ["a curly apostrophe", "Ministre de l’Orme", "ministre-de-l-orme"],
  ["a non-breaking space", "de\u00a0FOSSÉ  Anaïs", "de-fosse-anais"],
  ["ligatures", "Sœur ŒUVRE et Cæsar", "soeur-oeuvre-et-caesar"],
  ["letters without a plain form in Unicode", "Łukasz Østergård Đurić Groß", "lukasz-ostergard-duric-gross"],
  ["ligatures of print", "ﬁnances", "finances"],
  ["digits", "Place n° 5", "place-n-5"],
  ["marks at both ends", "« l'Orme. »", "l-orme"],
  ["another script", "Ελένη", "ελενη"],
  ["no letter at all", "—…?", ""],
  ["nothing", "", ""],
] as const;

for (const [what, text, slug] of FOLDED) {
  test(`${what}: ${JSON.stringify(text)} folds to ${JSON.stringify(slug)}`, () => {
    assert.equal(slugOf(text), slug);
  });
}

test("folding twice changes nothing more", () => {
  for (const [, text] of FOLDED) assert.equal(slugOf(slugOf(text)), slugOf(text));
});

test("two persons of one family name stay two", () => {
  assert.notEqual(slugOf("OSSELAER Théo"), slugOf("OSSELAER Théa"));
});

test("the words of a slug are those of its text", () => {
  assert.deepEqual(slugWords("de FOSSÉ, Anaïs"), ["de", "fosse", "anais"]);
  assert.deepEqual(slugWords("de-fosse-anais"), ["de", "fosse", "anais"]);
  assert.deepEqual(slugWords("—…?"), []);
});
