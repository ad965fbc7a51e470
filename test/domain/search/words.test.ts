import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { slugOf } from "../../../src/domain/folded-text.ts";
import { LONGEST_WORD, searchableText, wordsOf } from "../../../src/domain/search/words.ts";

const RULES = [
  ["case and accents are folded", "ÉOLIENNE éolienne Eolienne", "eolienne eolienne eolienne"],
  ["an accent may be a mark of its own", "e\u0301te\u0301", "ete"],
  [
    "ligatures are two letters, those of print too",
    "Cœur NÆVUS ﬁnances Straße",
    "coeur naevus finances strasse",
  ],
  [
    "an elided article is no word",
    "l’orme d'Orme L‘ORME lʼorme l´orme l`orme",
    "orme orme orme orme orme orme",
  ],
  ["nor is an elided conjunction", "qu'il jusqu’à lorsqu'on puisqu’une quoiqu'elle", "il a on une elle"],
  ["two elisions in a row are two", "s’il n'a d’« orme »", "il a orme"],
  [
    "an apostrophe that became a question mark is one",
    "l?honorable membre s?étonne ?",
    "honorable membre etonne",
  ],
  ["a word with an apostrophe of its own is one", "aujourd’hui AUJOURD'HUI", "aujourdhui aujourdhui"],
  ["as are its likes", "prud’hommes entr'ouvert quelqu’un", "prudhommes entrouvert quelquun"],
  [
    "presqu’ is a part of presqu’île alone",
    "presqu’île PRESQU'I\u0302LE presqu'une",
    "presquile presquile une",
  ],
  ["any other apostrophe parts words", "grand'rue O’Brien", "grand rue o brien"],
  [
    "a hyphen parts words, whatever its kind",
    "bien-être bien‑être sous‐bois",
    "bien etre bien etre sous bois",
  ],
  ["a slash parts words", "et/ou Namur/Liège", "et ou namur liege"],
  ["dotted letters are one word", "le C.P.A.S. de P.T.C.E", "le cpas de ptce"],
  ["accented ones as well", "É.N.A. E\u0301.N.A.", "ena ena"],
  ["a full stop joins nothing", "à Namur. Il va de A. à B. Les", "a namur il va de a a b les"],
  ["nor does a dot before a longer word", "p.ex. www.exemple.be D.G.O.3", "p ex www exemple be dgo 3"],
  ["letters and digits stay together", "se2014 A4 2e 1er m² CO₂ 1ᵉʳ", "se2014 a4 2e 1er m2 co2 1er"],
  ["a reference is its parts", "31 (se2014) 1", "31 se2014 1"],
  ["a session is two years", "2013-2014", "2013 2014"],
  ["groups of digits are words, whatever parts them", "10.000 10 000 1.234,56", "10 000 10 000 1 234 56"],
  ["the sign for a number is no word", "n° 5, N°6, nº7 et N", "5 6 7 et n"],
  ["signs that stand for several letters are no words", "½ ℡ 1½ ⑵a", "1 a"],
  ["what is not seen parts nothing", "éco\u00adlo\u200bgie \ufefffin", "ecologie fin"],
  ["blanks of print part words", "une\u00a0à\u202fune\u2003ici\tlà", "une a une ici la"],
  ["other scripts stay", "Ελένη Привет", "ελενη привет"],
  ["letters of print are letters", "𝐀𝐛 ＡＢ", "ab ab"],
  ["marks, symbols and halves of pairs are nothing", "— « … » € 😀 \ud83d \udc00 _ \u0000", ""],
  ["nothing has no words", "", ""],
] as const;

suite("the words of a text", () => {
  for (const [rule, text, words] of RULES) {
    test(`${rule}: ${JSON.stringify(text)}`, () => {
      assert.equal(searchableText(text), words);
    });
  }

  test("are cut where they are longer than any word", () => {
    assert.deepEqual(wordsOf("x".repeat(100)), [{ word: "x".repeat(LONGEST_WORD), start: 0, end: 100 }]);
    assert.equal(searchableText(`x${"𐐨".repeat(40)}`), `x${"𐐨".repeat(29)}`);
  });

  for (const [text, stretches] of [
    ["L’Éolienne, là-bas.", ["Éolienne", "là", "bas"]],
    ["Le C.P.A.S. dit", ["Le", "C.P.A.S.", "dit"]],
    ["forêt\u0301s\u00ad!", ["forêt\u0301s"]],
    ["(aujourd’hui)", ["aujourd’hui"]],
    ["𝐀\u0301b😀", ["𝐀\u0301b"]],
  ] as const) {
    test(`stand where they are in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        wordsOf(text).map(({ start, end }) => text.slice(start, end)),
        stretches,
      );
    });
  }
});

/** Texts in which the rules meet. */
const someText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom(..."lLdnéÉœ2½’'.-°?\u0301\u00ad 𝐀ŉʼﬁΣ", "qu", "aujourd", "hui", "entr"), {
      maxLength: 30,
    })
    .map((pieces) => pieces.join("")),
);

suite("whatever the text, its words", () => {
  const holds = (rule: (text: string) => void) => fc.assert(fc.property(someText, rule), { numRuns: 2000 });

  test("are letters and digits, and each is its own only word", () => {
    holds((text) => {
      for (const { word } of wordsOf(text)) {
        assert.match(word, /^[\p{L}\p{N}]{1,60}$/u);
        assert.deepEqual(wordsOf(word), [{ word, start: 0, end: word.length }]);
      }
    });
  });

  test("follow each other and cut no character", () => {
    holds((text) => {
      let last = 0;
      for (const { start, end } of wordsOf(text)) {
        assert.ok(last <= start && start < end && end <= text.length);
        if (text.isWellFormed()) assert.ok(text.slice(start, end).isWellFormed());
        assert.doesNotMatch(text.slice(end), /^\p{M}/u);
        last = end;
      }
    });
  });

  test("are folded as names are", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."aZéÈœÆçß09łØ-, /Σσç€") });
    fc.assert(
      fc.property(plain, (text) => assert.equal(searchableText(text).replaceAll(" ", "-"), slugOf(text))),
    );
  });

  test("are the same in capitals and with accents apart", () => {
    const french = fc.array(
      fc.constantFrom("l’école", "à", "Œuvre", "C.P.A.S.", "bien-être", "n° 5", "qu’où", "É.N.A."),
    );
    fc.assert(
      fc.property(french, (words) => {
        const text = words.join(" ");
        assert.equal(searchableText(text.toUpperCase()), searchableText(text));
        assert.equal(searchableText(text.normalize("NFD")), searchableText(text));
      }),
    );
  });
});

suite("hostile texts take no longer than others", () => {
  for (const piece of ["a.", "l'", "aujourd'", "e\u0301\u0301", "\u00ad", "1.", "n°", ".", "😀"]) {
    test(JSON.stringify(piece), () => {
      const text = piece.repeat(100_000);
      const before = performance.now();
      wordsOf(text);
      assert.ok(performance.now() - before < 2000);
    });
  }
});
