import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { listClauses } from "../../../src/domain/answer-nature/clauses.ts";
import { foldWords } from "../../../src/domain/answer-nature/folded-words.ts";
import { listSentences } from "../../../src/domain/answer-nature/sentences.ts";

const SENTENCES = [
  ["full stops", "Le pont rouvre. La digue aussi.", ["Le pont rouvre.", "La digue aussi."]],
  ["question and exclamation marks", "Quand ? Demain !", ["Quand ?", "Demain !"]],
  ["titles", "M. Lacroisade et Mme. Sart sont venus.", ["M. Lacroisade et Mme. Sart sont venus."]],
  ["initials", "Voir J.-M. Orval, Place O. Thon.", ["Voir J.-M. Orval, Place O. Thon."]],
  ["articles and numbers", "L'art. 7, al. 2, p. ex. Namur, n. 4.", ["L'art. 7, al. 2, p. ex. Namur, n. 4."]],
  ["letters with stops", "Le S.P.W. Mobilité suit.", ["Le S.P.W. Mobilité suit."]],
  [
    "letters with stops at the end",
    "Vu au S.P.W. Une réponse suivra.",
    ["Vu au S.P.W.", "Une réponse suivra."],
  ],
  ["decimals and thousands", "Soit 12.400,50 euros ou 3.2 km.", ["Soit 12.400,50 euros ou 3.2 km."]],
  ["a stop before a small letter", "Les bacs etc. sont vus.", ["Les bacs etc. sont vus."]],
  ["quotation marks", "Il dit « oui. » Elle part.", ["Il dit « oui. »", "Elle part."]],
  ["paragraphs", "Un titre\n\nUn texte", ["Un titre", "Un texte"]],
  ["list lines", "Voici :\n- le pont ;\n- la digue", ["Voici :", "- le pont ;", "- la digue"]],
  ["a broken line", "Le pont\nrouvre.", ["Le pont\nrouvre."]],
  ["a lost apostrophe", "L?honorable membre sait.", ["L?honorable membre sait."]],
  ["nothing", " \n ", []],
] as const;

suite("sentences", () => {
  for (const [what, text, expected] of SENTENCES) {
    test(`${what}: ${JSON.stringify(text)}`, () => {
      const sentences = [...listSentences(text)].map(({ start, end }) => text.slice(start, end).trim());
      assert.deepEqual(sentences, expected);
    });
  }
});

suite("clauses", () => {
  const CLAUSES = [
    ["marks", "La question est vue ; la réponse suivra.", ["La question est vue", "la réponse suivra."]],
    ["a new subject", "Ne l’étant pas, j’invite le membre.", ["Ne l’étant pas", "j’invite le membre."]],
    ["a new subject after « et »", "Il est vu et je réponds.", ["Il est vu", "et je réponds."]],
    ["a turn", "Il est vu, mais rien n'est dit.", ["Il est vu", "mais rien n'est dit."]],
    ["no turn inside words", "Le maïs d'or et la jetée.", ["Le maïs d'or et la jetée."]],
  ] as const;
  for (const [what, text, expected] of CLAUSES) {
    test(`are cut at ${what}, and found again as printed`, () => {
      const clauses = listClauses(text, { start: 0, end: text.length });
      assert.deepEqual(
        clauses.map(({ folded, printed }) => printed(0, folded.length)),
        expected,
      );
    });
  }
});

test("folded words lead back to the letters as printed", () => {
  const text = "À  l’\u00a0ŒUVRE, e\u0301te\u0301";
  const { folded, origins } = foldWords(text, 0, text.length);
  assert.equal(folded, "a l' oeuvre, ete");
  assert.equal(origins.length, folded.length + 1);
  assert.equal(text.slice(origins[5], origins[11]), "ŒUVRE");
  assert.equal(origins.at(-1), text.length);
});
