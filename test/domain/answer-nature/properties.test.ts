import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ALL_EXAMPLES, judgeText, readExamples } from "./labelled-examples.ts";

const HOLDING = ALL_EXAMPLES.filter(({ text }) => judgeText(text).nature === "holding");

const VARIANTS = [
  ["straight apostrophes", (text: string) => text.replaceAll("’", "'")],
  ["curly apostrophes", (text: string) => text.replaceAll("'", "’")],
  ["apostrophes lost to question marks", (text: string) => text.replace(/(?<=\p{L})['’](?=\p{L})/gu, "?")],
  ["non-breaking spaces", (text: string) => text.replaceAll(" ", "\u00a0")],
  ["doubled spaces", (text: string) => text.replaceAll(" ", "  ")],
  [
    "capitals without accents",
    (text: string) => text.replace(/\p{Lu}/gu, (letter) => letter.normalize("NFD").slice(0, 1)),
  ],
  [
    "no accent at all on verbs and nouns",
    (text: string) => text.replace(/[éèêîôûç]/g, (letter) => letter.normalize("NFD").slice(0, 1)),
  ],
  ["accents as marks of their own", (text: string) => text.normalize("NFD")],
  [
    "capitals at the start of « Honorable Membre »",
    (text: string) => text.replaceAll("honorable membre", "Honorable Membre"),
  ],
  ["a line break between sentences", (text: string) => text.replace(/(?<=\p{L}{4}\.) (?=\p{Lu})/gu, "\n")],
  ["a paragraph for each sentence", (text: string) => text.replace(/(?<=\p{L}{4}\.) (?=\p{Lu})/gu, "\n\n")],
  ["blanks around", (text: string) => `\n  ${text} \n`],
] as const;

suite("the verdict", () => {
  for (const [what, change] of VARIANTS) {
    test(`is the same with ${what}`, () => {
      for (const { text } of ALL_EXAMPLES) {
        assert.equal(judgeText(change(text)).nature, judgeText(text).nature, text);
      }
    });
  }

  test("rests on words of the text, as printed", () => {
    for (const change of [(text: string) => text, ...VARIANTS.map(([, change]) => change)]) {
      for (const text of ALL_EXAMPLES.map(({ text }) => change(text))) {
        const { nature, evidence } = judgeText(text);
        assert.equal(evidence.length === 0, nature === "substantive", text);
        for (const words of evidence) {
          assert.ok(text.includes(words) && words.length >= 10, `${JSON.stringify(words)} in ${text}`);
        }
      }
    }
  });

  test("is no longer holding with a paragraph of substance, before, after or between", () => {
    const substance = readExamples("development").filter(
      ({ nature, trap }) => nature === "substantive" && !trap,
    );
    for (const { text } of HOLDING) {
      for (const { text: fact } of substance) {
        assert.notEqual(judgeText(`${text}\n\n${fact}`).nature, "holding", `${text} + ${fact}`);
        assert.notEqual(judgeText(`${fact}\n\n${text}`).nature, "holding", `${fact} + ${text}`);
      }
    }
  });

  test("does not hang on length: a promise put in many words is a promise", () => {
    for (const { text } of HOLDING) {
      assert.equal(judgeText(`${text}\n\n`.repeat(20)).nature, "holding", text);
    }
  });
});

suite("hostile text", () => {
  const BITS = [
    ["almost promises", "une réponse "],
    ["promises", "Une réponse suivra. "],
    ["clauses", ", je "],
    ["disclaimers", "la question ne relève pas, "],
    ["topics", "relative à "],
    ["numbers", "n° 1, "],
    ["abbreviations", "M. "],
    ["initials", "A.B."],
    ["negations", "ne pas "],
    ["list lines", "\n\n- "],
    ["blanks", " \n"],
    ["quotation marks", "«"],
    ["one word", "a"],
    ["halves of letters", "\ud83d"],
  ] as const;
  for (const [what, bit] of BITS) {
    test(`100 kB of ${what} cost in proportion to 20 kB`, () => {
      const short = millisecondsFor(bit.repeat(20_000 / bit.length));
      const long = millisecondsFor(bit.repeat(100_000 / bit.length));
      assert.ok(long < 15 * Math.max(short, 20), `${short} ms, then ${long} ms`);
    });
  }
});

/** The better of two, so that a busy machine does not count. */
function millisecondsFor(text: string): number {
  const times = [1, 2].map(() => {
    const started = performance.now();
    judgeText(`x ${text}`);
    judgeText(`Une réponse ${text}`);
    return performance.now() - started;
  });
  return Math.min(...times);
}
