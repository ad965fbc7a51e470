import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { parseSearch } from "../../../src/domain/search/parse-search.ts";
import type { SearchQuery } from "../../../src/domain/search/search-query.ts";
import { createSynonyms, type SynonymGroup, wordsOfSynonyms } from "../../../src/domain/search/synonyms.ts";
import { toyLexemeOf } from "./toy-lexemes.ts";
import { writeSearch } from "./written-search.ts";

const group = (...forms: string[]): SynonymGroup => ({
  forms: forms.map((text) => ({ text, isExpandedFrom: text !== "BAC" })),
});

const GROUPS = [
  group("OMF", "Office des moulins flottants", "Régie des moulins"),
  group("PEC", "pont en chêne"),
  group("BAC", "barque à câble"),
  group("MFE", "moulins flottants électriques neufs"),
  group("CF", "câble flottant"),
  group("RM", "O.M.F. régional"),
  group("PLEIN", "PLN"),
  group("Le Gué", "passage à gué"),
];

const expand = (query: SearchQuery, groups: readonly SynonymGroup[] = GROUPS) =>
  createSynonyms(groups, toyLexemeOf).expand(query, toyLexemeOf);

const expanded = (typed: string) => expand(parseSearch(typed));

const RULES = [
  [
    "a word is",
    "OMF",
    '"omf" OR "office des moulins flottants" OR "regie des moulins"',
    ["Office des moulins flottants", "Régie des moulins"],
  ],
  [
    "in any letters",
    "o.m.f",
    '"omf" OR "office des moulins flottants" OR "regie des moulins"',
    ["Office des moulins flottants", "Régie des moulins"],
  ],
  ["a phrase is", '"pont en chêne"', '"pont en chene" OR "pec"', ["PEC"]],
  ["words one after the other are", "vieux pont en chêne", '"vieux" "pont+en+chene" OR "pec"', ["PEC"]],
  ["without small words, too", "pont chêne", '"pont+chene" OR "pec"', ["PEC"]],
  ["in the plural, too", "ponts en chênes", '"ponts+en+chenes" OR "pec"', ["PEC"]],
  [
    "small words around them stay by themselves",
    "le pont en chêne de",
    '"le" "pont+en+chene" OR "pec" "de"',
    ["PEC"],
  ],
  ["not in another order", "chêne pont", '"chene" "pont"', []],
  ["nor with another word among them", "pont vieux chêne", '"pont" "vieux" "chene"', []],
  ["nor where one of them is quoted", 'pont "en" bois chêne*', '"pont" "en" "bois" "chene"*', []],
  ["nor where one of them is excluded", "pont -vieux chêne", '"pont" -"vieux" "chene"', []],
  ["a part of a quotation is none", '"le pont en chêne neuf"', '"le pont en chene neuf"', []],
  [
    "what is excluded is none",
    '-PEC -"pont en chêne" gué',
    '-"pec" -"pont en chene" "gue" OR "passage a gue"',
    ["passage à gué"],
  ],
  ["what may go on is none", "pec*", '"pec"*', []],
  ["the stem of an acronym is none", "pecs", '"pecs"', []],
  ["a form that is a word of French is none", "bac", '"bac"', []],
  ["but it is sought for its others", "barque câble", '"barque+cable" OR "bac"', ["BAC"]],
  [
    "a longer form goes first",
    "office moulins flottants électriques neufs",
    '"office" "moulins+flottants+electriques+neufs" OR "mfe"',
    ["MFE"],
  ],
  ["so of two that overlap", "barque câble flottant", '"barque+cable" OR "bac" "flottant"', ["BAC"]],
  [
    "one of several alternatives is",
    "PEC OR viaduc",
    '"pec" OR "viaduc" OR "pont en chene"',
    ["pont en chêne"],
  ],
  [
    "several are, each for itself",
    "PEC MFE",
    '"pec" OR "pont en chene" "mfe" OR "moulins flottants electriques neufs"',
    ["pont en chêne", "moulins flottants électriques neufs"],
  ],
  ["what was typed is not told as sought as well", "PEC OR pont-en-chêne", '"pec" OR "pont en chene"', []],
  ["nor where it was typed beside", "PEC pont chêne", '"pec" OR "pont en chene" "pont+chene" OR "pec"', []],
  ["nothing is made of nothing", "", "", []],
] as const;

suite("of the forms of a group", () => {
  for (const [rule, typed, written, alsoSearched] of RULES) {
    test(`${rule}: ${typed}`, () => {
      const search = expanded(typed);
      assert.equal(writeSearch(search.query), written);
      assert.deepEqual(search.alsoSearched, alsoSearched);
    });
  }

  test("in two groups, both are sought", () => {
    const groups = [group("PEC", "pont en chêne"), group("PEC", "plan des eaux claires")];
    const { alsoSearched } = expand(parseSearch("PEC"), groups);
    assert.deepEqual(alsoSearched, ["pont en chêne", "plan des eaux claires"]);
  });

  test("one that says nothing is neither known nor sought", () => {
    const groups = [group("DE", "pont en chêne")];
    assert.deepEqual(expand(parseSearch("de"), groups).alsoSearched, []);
    assert.deepEqual(expand(parseSearch("pont en chêne"), groups).alsoSearched, []);
  });

  test("what is known is made once, whatever is searched afterwards", () => {
    const formsAlone = new Set(wordsOfSynonyms(GROUPS));
    const synonyms = createSynonyms(GROUPS, (word) => (formsAlone.has(word) ? toyLexemeOf(word) : null));
    for (const typed of ["vieux ponts en chênes", "OMF"]) {
      assert.deepEqual(synonyms.expand(parseSearch(typed), toyLexemeOf), expanded(typed));
    }
  });

  test("every word is told once", () => {
    assert.deepEqual(wordsOfSynonyms([group("PEC", "pont en chêne"), group("PC", "pont clos")]), [
      ...["pec", "pont", "en", "chene", "pc", "clos"],
    ]);
  });
});

const PIECES = [
  "OMF",
  "PEC",
  "pont",
  "en",
  "chêne",
  "moulins",
  "flottants",
  "-",
  '"',
  "OR",
  "bac",
  "câble",
  "barque",
];
const someSearch = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(" "));

suite("whatever was typed", () => {
  const holds = (rule: (typed: string) => void) =>
    fc.assert(fc.property(someSearch, rule), { numRuns: 1000 });

  test("to expand what was expanded adds nothing", () => {
    holds((typed) => {
      const { query } = expanded(typed);
      assert.deepEqual(expand(query), { query, alsoSearched: [] });
    });
  });

  test("every word is still asked for, in its order", () => {
    const wordsOf = (search: ReturnType<typeof parseSearch>) =>
      search.clauses.flatMap(({ anyOf }) => anyOf[0]?.words ?? []);
    holds((typed) => assert.deepEqual(wordsOf(expanded(typed).query), wordsOf(parseSearch(typed))));
  });

  test("without groups it stays as it is", () => {
    holds((typed) => {
      const query = parseSearch(typed);
      assert.deepEqual(expand(query, []), { query, alsoSearched: [] });
    });
  });
});
