import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { MOST_WORDS, parseSearch } from "../../../src/domain/search/parse-search.ts";
import { wordsOf } from "../../../src/domain/search/words.ts";
import { writeSearch } from "./written-search.ts";

const RULES = [
  ["words must all be found", "moulin Ourthe", '"moulin" "ourthe"'],
  ["words are folded", "ÉOLIENNE Œuvre", '"eolienne" "oeuvre"'],
  ["an elided article is left out", "l’éolienne d'Orme", '"eolienne" "orme"'],
  [
    "quotes of all kinds make a phrase",
    '"un pont" « un pont neuf » “un pré”',
    '"un pont" "un pont neuf" "un pre"',
  ],
  ["what is written without a blank is a phrase", "bien-être et/ou R&D", '"bien etre" "et ou" "r d"'],
  ["marks of a sentence part words", "moulins,ponts;gués: (prés)", '"moulins" "ponts" "gues" "pres"'],
  ["a dotted acronym is a word", "C.P.A.S.", '"cpas"'],
  ["OR asks for either, and binds closer than the blank", "pont OR gué bois", '"pont" OR "gue" "bois"'],
  ["so do OU and the bar, several times", "pont OU gué | bac || nef", '"pont" OR "gue" OR "bac" OR "nef"'],
  ["phrases may be joined as well", '"un pont" OR gué*', '"un pont" OR "gue"*'],
  ["in small letters they are words", "pont or ou gué", '"pont" "or" "ou" "gue"'],
  ["in quotes they are words", '"OR" pont', '"or" "pont"'],
  ["an operator that is repeated counts once", "pont OR | OR gué", '"pont" OR "gue"'],
  ["at either end it means nothing", "OR pont OU", '"pont"'],
  ["alone it is a word", "OR", '"or"'],
  ["a minus excludes a word", "pont -gué", '"pont" -"gue"'],
  ["or a phrase", 'pont -"un gué" -bien-être', '"pont" -"un gue" -"bien etre"'],
  ["or a word after a quote that is never closed", 'pont -"gué', '"pont" -"gue"'],
  ["a sign of print for minus does, too", "pont −gué", '"pont" -"gue"'],
  ["a dash among blanks means nothing", "pont - gué – bac — nef", '"pont" "gue" "bac" "nef"'],
  ["nor do two dashes, or one within a word", "--pont gué-bac", '"pont" "gue bac"'],
  ["a minus may follow a bracket", "pont (-gué bac)", '"pont" -"gue" "bac"'],
  ["what is excluded is no alternative", "pont OR -gué OR bac", '"pont" -"gue" "bac"'],
  ["a star lets a word go on", "éol*", '"eol"*'],
  [
    "or the last word of a phrase",
    '"un pont*" « un gué* » bien-êt* "un bac"*',
    '"un pont"* "un gue"* "bien et"* "un bac"*',
  ],
  ["a star elsewhere means nothing", "*pont gué * ba*teau", '"pont" "gue" "ba" "teau"'],
  ["one letter does not go on", "p*", '"p"'],
  ["a reference is a phrase", "31 (se2014)", '"31 se2014"'],
  ["with what comes after its session", "31 (2013-2014) 1 pont", '"31 2013 2014 1" "pont"'],
  ["however it is written", "n° 31(SE 2014) 2", '"31 se2014 2"'],
  ["a year after it is no part of it", "31 (se2014) 2014", '"31 se2014" "2014"'],
  ["a number is sought with groups and without", "10000", '"10000" OR "10 000"'],
  ["however its groups are parted", "10.000 ponts", '"10 000" OR "10000" "ponts"'],
  ["by blanks as well", "10 000 ponts", '"10 000" OR "10000" "ponts"'],
  ["a year is no such number", "2014 1985", '"2014" "1985"'],
  ["decimals are a phrase", "1.234,56 1,5", '"1 234 56" "1 5"'],
  ["what is said twice counts once", 'pont PONT "pont" gué OR gué', '"pont" "gue"'],
  ["a quote that is never closed means nothing", '"un pont', '"un" "pont"'],
  ["nor do brackets", "(pont OR gué) [bac]", '"pont" OR "gue" "bac"'],
  ["nor the signs of other grammars", "pont:* & !gué <-> \\bac", '"pont" "gue" "bac"'],
  ["signs alone are no clause", '":*&!<>\\|- «» "" … ?', ""],
  ["nor are blanks", " \t\u00a0", ""],
] as const;

suite("in a search", () => {
  for (const [rule, typed, written] of RULES) {
    test(`${rule}: ${typed}`, () => {
      assert.equal(writeSearch(parseSearch(typed)), written);
    });
  }

  test("so many words are taken, and no more", () => {
    const words = Array.from({ length: 40 }, (_, i) => `mot${i}`);
    assert.equal(parseSearch(words.join(" ")).clauses.length, MOST_WORDS);
    assert.equal(parseSearch(`"${words.join(" ")}"`).clauses[0]?.anyOf[0]?.words.length, MOST_WORDS);
    const [first, second, ...others] = parseSearch(`pont "${words.join(" ")}" gué`).clauses;
    assert.deepEqual([first?.anyOf[0]?.words, second?.anyOf[0]?.words.length, others], [["pont"], 31, []]);
  });

  test("half a phrase is not excluded, and nothing after it counts", () => {
    const words = Array.from({ length: MOST_WORDS }, (_, i) => `mot${i}`);
    assert.equal(writeSearch(parseSearch(`pont -"${words.join(" ")}" gué`)), '"pont"');
  });
});

const SIGNS = "\"“”«»'’-−–*|()[]:&!<>\\,.;?+/° \u00a0\u0301\u00ad";
const someSearch = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(fc.constantFrom(...SIGNS, "OR", " OU ", "pont", "Œ", "l’", "31 (se2014)", "10 000", "2", "𝐀"), {
      maxLength: 25,
    })
    .map((pieces) => pieces.join("")),
);

suite("whatever was typed", () => {
  const holds = (rule: (typed: string) => void) =>
    fc.assert(fc.property(someSearch, rule), { numRuns: 3000 });

  test("terms are made of folded words, and clauses of terms", () => {
    holds((typed) => {
      for (const { anyOf } of parseSearch(typed).clauses) {
        assert.ok(anyOf.length > 0);
        for (const { words, isPhrase } of anyOf) {
          assert.equal(isPhrase, words.length > 1);
          for (const word of words) assert.deepEqual(wordsOf(word), [{ word, start: 0, end: word.length }]);
        }
      }
    });
  });

  test("something is sought as soon as there is a word", () => {
    holds((typed) => assert.equal(parseSearch(typed).clauses.length > 0, wordsOf(typed).length > 0));
  });

  test("it means the same when it is written out and read again", () => {
    holds((typed) => {
      const search = parseSearch(typed);
      assert.deepEqual(parseSearch(writeSearch(search)), search);
    });
  });

  test("no clause is said twice", () => {
    holds((typed) => {
      const clauses = parseSearch(typed).clauses.map((clause) => JSON.stringify(clause));
      assert.equal(new Set(clauses).size, clauses.length);
    });
  });
});

suite("long searches are read at once", () => {
  for (const piece of [
    ...SIGNS,
    ' -"',
    " -«",
    "“a",
    "1 (",
    "111 ",
    "1,",
    "1 (se",
    "n° ",
    "OR ",
    "a*",
    "l'",
    "a.",
  ]) {
    test(JSON.stringify(piece), () => {
      const before = performance.now();
      parseSearch(piece.repeat(10_000));
      assert.ok(performance.now() - before < 1000);
    });
  }
});
