import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contentOf, type QuestionContent } from "../../src/domain/question-content.ts";
import {
  compareReadings,
  compareVersions,
  type Comparison,
  differenceBetween,
  takeOver,
} from "../../src/domain/question-difference.ts";
import type { ParsedAnswer } from "../../src/domain/parsed-question.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion, day } from "../helpers/questions.ts";
import { randomQuestions } from "../helpers/random-questions.ts";

const content = (overrides: Partial<QuestionContent> = {}) => contentOf(aQuestion(overrides));
const withAnswers = (...answers: ParsedAnswer[]) => content({ answers });
const annex = (label: string, url: string | null) => ({ label, url });
const aNote = (overrides: Partial<ParsedAnswer> = {}) =>
  anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette", text: "Article 144.4.", ...overrides });

/** The verdict, with the paths that changed or the parts that are missing. */
function told(comparison: Comparison): string {
  switch (comparison.verdict) {
    case "same":
      return "same";
    case "poorer":
      return `poorer: ${comparison.losses.map(({ part }) => part).join(", ")}`;
    case "changed":
      return comparison.changes.map(({ kind, path }) => `${kind} ${path}`).join(", ");
  }
}

const full = content();
const office = "Ministre des Passerelles et des Écluses";
const LETTERS = [anAnswer(), anAnswer({ text: "Seconde lettre, du même jour." })] as const;

/** A rule, the version stored, the page, and what is told of it. */
const VERSIONS: readonly (readonly [string, QuestionContent, QuestionContent, string])[] = [
  ["the same is the same", full, content(), "same"],
  ["a page without answers that gets one", full, withAnswers(anAnswer()), "answerAdded answers[0]"],
  ["a title that reads differently", full, content({ title: "autre titre" }), "edited title"],
  ["a date corrected", full, content({ tabledOn: day("2014-02-05"), year: 2014 }), "edited tabledOn"],
  [
    "several fields at once",
    full,
    content({ officialNumber: 218, officialReference: "218 (2013-2014) 1", session: "se2014", year: 2015 }),
    "edited session, edited year, edited officialReference, edited officialNumber",
  ],
  ["an author spelled otherwise", full, content({ askedBy: "VERMEIL Odétte" }), "edited askedBy"],
  [
    "an addressee corrected, title and all",
    full,
    content({ addressedTo: { name: "OSSELAER Théo", office: "Ministre" } }),
    "edited addressedTo.name, edited addressedTo.office",
  ],
  [
    "an office told for the first time",
    content({ addressedTo: { name: "LAMBRECHT Aurore", office: null } }),
    full,
    "completed addressedTo.office",
  ],
  ["an office left out", full, content({ addressedTo: { name: "LAMBRECHT Aurore", office: null } }), "same"],
  [
    "white space alone",
    full,
    content({ questionText: full.questionText.replaceAll("\n\n", " \n\t"), title: `  ${full.title}` }),
    "same",
  ],
  ["a non-breaking space", content({ title: "le n° 5" }), content({ title: "le n°\u00a05" }), "same"],
  [
    "white space in names",
    full,
    content({
      askedBy: "VERMEIL\u00a0 Odette",
      addressedTo: { name: "LAMBRECHT  Aurore", office: ` ${office}` },
    }),
    "same",
  ],
  [
    "an apostrophe of the other kind",
    content({ title: "l'orme" }),
    content({ title: "l’orme" }),
    "edited title",
  ],
  [
    "a text cut in the middle of a word",
    full,
    content({ questionText: full.questionText.slice(0, 30) }),
    "poorer: questionText",
  ],
  [
    "a text cut after a word",
    content({ questionText: "Un deux trois." }),
    content({ questionText: "Un deux" }),
    "poorer: questionText",
  ],
  [
    "a last word cut",
    content({ questionText: "Un deux trois" }),
    content({ questionText: "Un deux tro" }),
    "poorer: questionText",
  ],
  ["a text gone", full, content({ questionText: "" }), "poorer: questionText"],
  [
    "a text shorter for another reason",
    content({ questionText: "Un deux trois" }),
    content({ questionText: "Deux trois" }),
    "edited questionText",
  ],
  [
    "a text that goes on",
    content({ questionText: "Un deux" }),
    content({ questionText: "Un deux trois" }),
    "edited questionText",
  ],
  [
    "punctuation put right at the end",
    content({ questionText: "Un deux !" }),
    content({ questionText: "Un deux ?" }),
    "edited questionText",
  ],
  ["an answer gone", withAnswers(anAnswer()), full, "poorer: answer"],
  [
    "a promise headed as an answer, written over by the answer, is another letter",
    withAnswers(aPromise()),
    withAnswers(anAnswer()),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  [
    "a promise that lost its end is the promise still, and the page poorer",
    withAnswers(aPromise()),
    withAnswers(aPromise({ text: "Mes services réunissent encore les données" })),
    "poorer: answerText",
  ],
  [
    "an answer of which only a promise is left lost the rest",
    withAnswers(anAnswer({ text: `${aPromise().text}\n\nDeux passerelles rouvriront en avril.` })),
    withAnswers(aPromise({ answeredOn: anAnswer().answeredOn })),
    "poorer: answerText",
  ],
  [
    "a holding answer that another promise took the place of",
    withAnswers(aHoldingAnswer()),
    withAnswers(aPromise({ answeredOn: anAnswer().answeredOn })),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  ["a promise gone, with nothing in its place", withAnswers(aPromise()), full, "poorer: answer"],
  ["a holding answer gone, with nothing in its place", withAnswers(aHoldingAnswer()), full, "poorer: answer"],
  [
    "a holding answer that gave way to the answer",
    withAnswers(aHoldingAnswer()),
    withAnswers(anAnswer()),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  [
    "a holding answer that gave way to the author's note",
    withAnswers(aHoldingAnswer()),
    withAnswers(aNote()),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  [
    "a holding answer before the answer, gone later",
    withAnswers(aHoldingAnswer(), anAnswer()),
    withAnswers(anAnswer()),
    "answerRemoved answers[0]",
  ],
  [
    "the answer after the holding answer",
    withAnswers(aHoldingAnswer()),
    withAnswers(aHoldingAnswer(), anAnswer()),
    "answerAdded answers[1]",
  ],
  [
    "an answer gone for a holding answer",
    withAnswers(anAnswer()),
    withAnswers(aHoldingAnswer()),
    "poorer: answer",
  ],
  ["an answer gone for the author's note", withAnswers(anAnswer()), withAnswers(aNote()), "poorer: answer"],
  ["the author's note gone", withAnswers(aNote()), full, "poorer: answer"],
  [
    "the author's note gone for an answer",
    withAnswers(aNote()),
    withAnswers(anAnswer()),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  [
    "a letter called a holding answer after all",
    withAnswers(anAnswer()),
    withAnswers(anAnswer({ kind: "holdingAnswer" })),
    "answerRemoved answers[0], answerAdded answers[0]",
  ],
  [
    "an answer whose day was corrected",
    withAnswers(anAnswer()),
    withAnswers(anAnswer({ answeredOn: day("2014-02-25") })),
    "edited answers[0].answeredOn",
  ],
  [
    "an answer signed otherwise",
    withAnswers(anAnswer()),
    withAnswers(anAnswer({ answeredBy: "LAMBRECHT Aurôre" })),
    "edited answers[0].answeredBy",
  ],
  [
    "an answer reworded",
    withAnswers(anAnswer()),
    withAnswers(anAnswer({ text: "Tout autre chose." })),
    "edited answers[0].text",
  ],
  [
    "an answer cut short",
    withAnswers(anAnswer()),
    withAnswers(anAnswer({ text: "Les travaux comm" })),
    "poorer: answerText",
  ],
  [
    "an answer that had no body",
    withAnswers(anAnswer({ text: "" })),
    withAnswers(anAnswer()),
    "edited answers[0].text",
  ],
  [
    "an answer set before another",
    withAnswers(LETTERS[0]),
    withAnswers(LETTERS[1], LETTERS[0]),
    "answerAdded answers[0]",
  ],
  [
    "answers of one day in another order",
    withAnswers(...LETTERS),
    withAnswers(...LETTERS.toReversed()),
    "edited answers",
  ],
  ["one of two answers of one day gone", withAnswers(...LETTERS), withAnswers(LETTERS[1]), "poorer: answer"],
  [
    "a text cut short on a page with a new answer",
    full,
    content({ questionText: "Quatre passerelles", answers: [anAnswer()] }),
    "answerAdded answers[0]",
  ],
  ["a title cut short", full, content({ title: full.title.slice(0, 12) }), "poorer: title"],
  [
    "a title without its full stop",
    content({ title: "Le bief." }),
    content({ title: "Le bief" }),
    "edited title",
  ],
  [
    "an office cut short",
    full,
    content({ addressedTo: { name: "LAMBRECHT Aurore", office: "Ministre des Passerelles" } }),
    "poorer: office",
  ],
  [
    "an office left out on a page with a new answer",
    full,
    content({ addressedTo: { name: "LAMBRECHT Aurore", office: null }, answers: [anAnswer()] }),
    "answerAdded answers[0]",
  ],
  [
    "another addressee without office",
    full,
    content({ addressedTo: { name: "OSSELAER Théo", office: null } }),
    "edited addressedTo.name, edited addressedTo.office",
  ],
];

for (const [rule, stored, page, expected] of VERSIONS) {
  test(`${rule}: ${expected}`, () => assert.equal(told(compareVersions(stored, page)), expected));
}

const annexed = (...attachments: { label: string; url: string | null }[]) =>
  withAnswers(anAnswer({ attachments }));
const [one, two] = [
  annex("Annexe [PDF]", "http://a.example/1.pdf"),
  annex("Annexe [PDF]", "http://a.example/2.pdf"),
];
const [unlinked] = [annex("Annexe [PDF]", null)];

const ANNEXES = [
  ["an annex gone", annexed(one), annexed(), "poorer: attachment"],
  ["one of two annexes of one label gone", annexed(one, two), annexed(one), "poorer: attachment"],
  ["annexes without their addresses", annexed(one, two), annexed(unlinked, unlinked), "same"],
  ["an address told for the first time", annexed(unlinked), annexed(one), "completed answers[0].attachments"],
  [
    "an annex that moved",
    annexed(one),
    annexed({ ...one, url: "http://b.example/1.pdf" }),
    "edited answers[0].attachments",
  ],
  ["an annex renamed", annexed(one), annexed({ ...one, label: "Tableau" }), "edited answers[0].attachments"],
  ["an annex added", annexed(one), annexed(one, two), "edited answers[0].attachments"],
] as const;

for (const [rule, stored, page, expected] of ANNEXES) {
  test(`${rule}: ${expected}`, () => assert.equal(told(compareVersions(stored, page)), expected));
}

test("a changed page is stored with what it leaves out but is known, spaced as before", () => {
  const stored = content({ answers: [aHoldingAnswer({ attachments: [one, two] })] });
  const page = content({
    questionText: stored.questionText.replaceAll("\n\n", "\n"),
    addressedTo: { name: "LAMBRECHT Aurore", office: null },
    answers: [aHoldingAnswer({ attachments: [unlinked, unlinked] }), anAnswer({ text: "À la\nligne." })],
  });
  const comparison = compareVersions(stored, page);
  assert.ok(comparison.verdict === "changed");
  assert.deepEqual(comparison.content, {
    ...stored,
    answers: [...stored.answers, anAnswer({ text: "À la\nligne." })],
  });
});

test("a change says what was and what is", () => {
  const comparison = compareVersions(
    withAnswers(aHoldingAnswer()),
    content({ title: "autre", answers: [anAnswer()] }),
  );
  assert.deepEqual(comparison.verdict === "changed" && comparison.changes, [
    { kind: "edited", path: "title", before: full.title, after: "autre" },
    { kind: "answerRemoved", path: "answers[0]", before: aHoldingAnswer(), after: null },
    { kind: "answerAdded", path: "answers[0]", before: null, after: anAnswer() },
  ]);
});

test("a loss names the answer it concerns", () => {
  const comparison = compareVersions(
    withAnswers(aHoldingAnswer(), anAnswer()),
    withAnswers(aHoldingAnswer()),
  );
  assert.deepEqual(comparison, { verdict: "poorer", losses: [{ part: "answer", answer: anAnswer() }] });
});

const READINGS = [
  ["the same reading", full, content(), "same"],
  [
    "less than before",
    withAnswers(anAnswer()),
    content({ questionText: "Quatre" }),
    "edited questionText, answerRemoved answers[0]",
  ],
  [
    "other white space",
    full,
    content({ questionText: full.questionText.replaceAll("\n\n", " ") }),
    "edited questionText",
  ],
  [
    "no office after all",
    full,
    content({ addressedTo: { name: "LAMBRECHT Aurore", office: null } }),
    "edited addressedTo.office",
  ],
  ["annexes whose addresses came from elsewhere", annexed(one), annexed(unlinked), "same"],
] as const;

for (const [rule, stored, page, expected] of READINGS) {
  test(`reading the same bytes again, ${rule}: ${expected}`, () => {
    assert.equal(told(compareReadings(stored, page)), expected);
  });
}

const contents = fc.integer().map((seed) => contentOf(randomQuestions(seed)()));

const HTML = withAnswers(anAnswer({ attachments: [annex("Annexe", "http://annexes.example/1.pdf")] }));
const TEXT = content({
  title: "autre titre",
  addressedTo: { ...full.addressedTo, office: null },
  questionText: full.questionText.replaceAll("\n\n", "\n"),
  answers: [anAnswer({ attachments: [annex("Annexe", null)] })],
});

test("reading the same bytes again, what other bytes told before and they leave out stays", () => {
  const stored = { ...HTML, title: "autre titre" };
  assert.equal(told(compareReadings(stored, TEXT, HTML)), "same");
  assert.equal(told(compareReadings(stored, { ...TEXT, title: "autre" }, HTML)), "edited title");
  assert.equal(
    told(compareReadings(stored, TEXT)),
    "edited questionText, edited addressedTo.office",
    "where these bytes are all there is, they are right",
  );
});

test("what is taken over is what a comparison would store", () => {
  fc.assert(
    fc.property(contents, contents, (known, page) => {
      const comparison = compareVersions(known, page);
      if (comparison.verdict === "poorer") return;
      const stored = comparison.verdict === "same" ? known : comparison.content;
      assert.equal(differenceBetween(stored, takeOver(known, page)).verdict, "same");
    }),
  );
});

test("an office cut short by a page that brings an answer stays whole", () => {
  const cut = content({
    addressedTo: { ...full.addressedTo, office: office.slice(0, 22) },
    answers: [anAnswer()],
  });
  assert.equal(told(compareVersions(full, cut)), "answerAdded answers[0]");
});

test("whatever the question, what is stored of a change is then the same as its page", () => {
  fc.assert(
    fc.property(contents, contents, (stored, page) => {
      const comparison = compareVersions(stored, page);
      if (comparison.verdict !== "changed") return;
      assert.equal(compareVersions(comparison.content, page).verdict, "same");
      assert.ok(comparison.changes.length > 0);
    }),
  );
});

test("whatever the question, without its last answer it is poorer, and with it again the same", () => {
  fc.assert(
    fc.property(contents, (page) => {
      const more = {
        ...page,
        answers: [...page.answers, anAnswer({ answeredOn: day("2030-01-01"), text: "Fin." })],
      };
      assert.equal(compareVersions(more, page).verdict, "poorer");
      assert.equal(compareVersions(page, more).verdict, "changed");
      assert.equal(compareVersions(more, structuredClone(more)).verdict, "same");
    }),
  );
});

test("thousands of answers are compared in a moment", () => {
  const many = (word: string) =>
    withAnswers(
      ...Array.from({ length: 20_000 }, (_, i) => anAnswer({ text: `${word} ${i}`, attachments: [one] })),
    );
  const started = performance.now();
  assert.equal(compareVersions(many("un"), many("deux")).verdict, "changed");
  assert.ok(performance.now() - started < 5_000);
});
