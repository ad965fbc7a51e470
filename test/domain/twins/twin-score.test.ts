import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { Lexicon } from "../../../src/domain/twins/lexicon.ts";
import { nameOtherSubjects } from "../../../src/domain/twins/other-subject.ts";
import { likenessOf } from "../../../src/domain/twins/twin-score.ts";
import { type TwinQuestion, TwinSide } from "../../../src/domain/twins/twin-side.ts";
import { arbitraryQuestion } from "../../helpers/arbitrary-question.ts";
import { ALL_PAIRS, score } from "./labelled-pairs.ts";

const PUT_TO_ONE: TwinQuestion = {
  title: "l'entretien des pontons de Brême-sur-Orne",
  questionText:
    "Les pontons de Brême-sur-Orne ont été fermés au mois de mars 2013 après la chute d'un pêcheur.\n\n" +
    "Monsieur le Ministre peut-il me dire quand ils seront réparés ? Quel montant y sera consacré ? " +
    "Les pêcheurs disposeront-ils d'un autre accès durant les travaux ?",
  addressedTo: { name: "OSSELAER Théo", office: "Ministre de l'Orme" },
};

const change = (from: string, to: string): TwinQuestion => {
  assert.ok(PUT_TO_ONE.questionText.includes(from));
  return { ...PUT_TO_ONE, questionText: PUT_TO_ONE.questionText.replace(from, to) };
};

suite("the texts of twins are called", () => {
  const KINDS: readonly (readonly [how: string, other: TwinQuestion, kind: "same" | "nearlySame"])[] = [
    ["the same where they are the same to the letter", PUT_TO_ONE, "same"],
    ["the same under another title", { ...PUT_TO_ONE, title: "la chute d'un pêcheur" }, "same"],
    [
      "the same where a minister is addressed as a woman",
      change("Monsieur le Ministre peut-il", "Madame la Ministre peut-elle"),
      "same",
    ],
    [
      "the same with other accents, apostrophes, capitals and blanks",
      {
        ...PUT_TO_ONE,
        questionText: PUT_TO_ONE.questionText
          .replaceAll("'", "’")
          .replaceAll(" ?", "\u00a0?")
          .normalize("NFD")
          .toUpperCase(),
      },
      "same",
    ],
    ["nearly the same with another year", change("2013", "2014"), "nearlySame"],
    ["nearly the same with another month", change("mars", "avril"), "nearlySame"],
    [
      "nearly the same with a question more",
      change("durant les travaux ?", "durant les travaux ? Qui les informera ?"),
      "nearlySame",
    ],
  ];
  for (const [how, other, kind] of KINDS) {
    test(how, () => assert.equal(score(PUT_TO_ONE, other)?.kind, kind));
  }

  test("the same in all labelled pairs that differ in whom they are put to alone", () => {
    const alone = ALL_PAIRS.filter(
      ({ one, other }) => one.title === other.title && one.questionText === other.questionText,
    );
    assert.ok(alone.length >= 8);
    for (const { one, other } of alone) {
      const { kind, ...figures } = score(one, other)!;
      assert.equal(kind, "same");
      assert.deepEqual(figures, { titleLikeness: 1, textLikeness: 1, score: 1 });
    }
  });
});

suite("no twins are", () => {
  const text = (questionText: string, title = PUT_TO_ONE.title): TwinQuestion => ({
    ...PUT_TO_ONE,
    title,
    questionText,
  });
  const OTHERS: readonly (readonly [what: string, one: TwinQuestion, other: TwinQuestion])[] = [
    ["questions without a text, under one title", text(""), text("")],
    ["questions whose texts are marks alone", text("… ?"), text("… ?")],
    ["questions of polite words alone", text("Monsieur le Ministre ?"), text("Monsieur le Ministre ?")],
    ["a question and one without a text", PUT_TO_ONE, text("")],
    [
      "few words under other titles",
      text("Où en est ce dossier ?", "le pont"),
      text("Où en est ce dossier ?", "les ormes"),
    ],
    [
      "the same words about two places named in the titles alone",
      { ...PUT_TO_ONE, title: "les pontons de Molenval" },
      { ...PUT_TO_ONE, title: "les pontons de Haute-Ancre" },
    ],
    [
      "the same words about two places named in the texts alone",
      text(PUT_TO_ONE.questionText.replace("Brême-sur-Orne", "Molenval"), "l'entretien des pontons"),
      text(PUT_TO_ONE.questionText, "l'entretien des pontons"),
    ],
    [
      "the same words about two years named in the titles",
      { ...PUT_TO_ONE, title: "les chiffres de 2012" },
      { ...PUT_TO_ONE, title: "les chiffres de 2013" },
    ],
    [
      "the same words about two parts of a whole",
      { ...PUT_TO_ONE, title: "les pontons : volet I" },
      { ...PUT_TO_ONE, title: "les pontons : volet II" },
    ],
    [
      "the same words about two parts, one of them counted in digits",
      { ...PUT_TO_ONE, title: "les pontons (phase IV)" },
      { ...PUT_TO_ONE, title: "les pontons (phase 5)" },
    ],
    [
      "the same words about two roads",
      { ...PUT_TO_ONE, title: "les travaux sur la N 963" },
      { ...PUT_TO_ONE, title: "les travaux sur la N957" },
    ],
  ];
  for (const [what, one, other] of OTHERS) test(what, () => assert.equal(score(one, other), null));

  test("questions of two families of the labelled pairs", () => {
    const families = [...new Map(ALL_PAIRS.map(({ one }) => [one.title, one])).values()];
    for (const one of families) {
      for (const other of families) {
        if (one !== other) assert.equal(score(one, other), null, `${one.title}, ${other.title}`);
      }
    }
  });
});

suite("a score", () => {
  test("is the same whichever question comes first", () => {
    for (const { one, other, how } of ALL_PAIRS) {
      assert.deepEqual(score(one, other), score(other, one), how);
    }
    fc.assert(
      fc.property(arbitraryQuestion, arbitraryQuestion, (one, other) => {
        assert.deepEqual(score(one, other), score(other, one));
      }),
      { numRuns: 200 },
    );
  });

  test("lies between its threshold and 1, in thousandths, and no likeness goes beyond 1", () => {
    for (const { one, other, how } of ALL_PAIRS) {
      const found = score(one, other);
      if (found === null) continue;
      for (const figure of [found.score, found.titleLikeness, found.textLikeness]) {
        assert.ok(figure >= 0 && figure <= 1 && Number(figure.toFixed(3)) === figure, how);
      }
      assert.ok(found.score >= 0.55 && found.score <= found.textLikeness, how);
    }
  });

  test("of labelled pairs that name one subject tells twins from others by far", () => {
    for (const { one, other, how, areTwins } of ALL_PAIRS) {
      const lexicon = new Lexicon();
      const sides = [new TwinSide(one, lexicon), new TwinSide(other, lexicon)] as const;
      const { score: found } = likenessOf(...sides);
      if (areTwins) assert.ok(found > 0.65, `${how}: ${found}`);
      else assert.ok(found < 0.4 || nameOtherSubjects(...sides), `${how}: ${found}`);
    }
  });

  test("does not hang on who is asked", () => {
    const to = { name: "FOSSÉ Anaïs", office: "Ministre de la Pêche" };
    for (const { one, other, how, areTwins } of ALL_PAIRS) {
      if (areTwins) assert.deepEqual(score({ ...one, addressedTo: to }, other), score(one, other), how);
    }
  });

  test("does not hang on the order of paragraphs", () => {
    for (const { one } of ALL_PAIRS) {
      const turned = { ...one, questionText: one.questionText.split("\n\n").reverse().join("\n\n") };
      assert.equal(score(one, turned)?.kind, "same", one.title);
    }
  });

  test("is made of hostile texts in a time that grows with their length", () => {
    const BITS = ["a", "? ", "« ", "«»", "A B-", "l'", "N 1 ", "\n\n", "é\u0301", "\ud83d", "1 mars ", ". X"];
    for (const bit of BITS) {
      const hostile = { ...PUT_TO_ONE, questionText: bit.repeat(100_000 / bit.length) };
      const started = performance.now();
      score(hostile, { ...hostile, questionText: `${hostile.questionText} fin` });
      assert.ok(performance.now() - started < 2000, JSON.stringify(bit));
    }
  });
});
