import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTimes } from "../../src/domain/answer-times.ts";
import { delayDoubtOf } from "../../src/domain/delay-doubt.ts";
import { contentOf, type QuestionContent } from "../../src/domain/question-content.ts";
import type { ParsedAnswer } from "../../src/domain/parsed-question.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion, day } from "../helpers/questions.ts";

const version = (...answers: ParsedAnswer[]) => contentOf(aQuestion({ answers }));
const readOn = day("2014-03-01");
const dated = (date: string) => ({ answeredOn: day(date) });
const early = dated("2014-01-31");
const withdrawn = (...answers: ParsedAnswer[]) =>
  contentOf(aQuestion({ answers, questionText: "QE RETIRÉE PAR SON AUTEUR" }));
const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });

/** A rule, the versions, what the page announces, and the doubt. */
const DOUBTS: readonly (readonly [string, readonly QuestionContent[], number | null, string | null])[] = [
  ["an answer after the question leaves no doubt", [version(anAnswer())], 2, null],
  ["an open question leaves no doubt", [version()], 1, null],
  ["a page that does not announce its items leaves no doubt", [version()], null, null],
  ["a page that shows more than it announces leaves no doubt", [version(anAnswer())], 1, null],
  ["an answer dated before the question is impossible", [version(anAnswer(early))], 2, "impossibleDates"],
  ["so is a promise", [version(aPromise(early))], 2, "impossibleDates"],
  ["so is an author's note", [version({ ...note, ...early })], 2, "impossibleDates"],
  [
    "an answer of the day on which the page was read is possible",
    [version(anAnswer(dated("2014-03-01")))],
    2,
    null,
  ],
  ["one of a day to come is not", [version(anAnswer(dated("2014-03-02")))], 2, "impossibleDates"],
  ["nor is a question", [contentOf(aQuestion({ tabledOn: day("2014-03-02") }))], 1, "impossibleDates"],
  ["a page that announces an item it does not show has one unread", [version()], 2, "unreadItems"],
  ["also beside an answer", [version(anAnswer())], 3, "unreadItems"],
  ["impossible dates are told before unread items", [version(anAnswer(early))], 3, "impossibleDates"],
  ["the notice of a withdrawal tells no day", [withdrawn()], 1, "withdrawn"],
  ["also where the question was read before", [version(), withdrawn()], 1, "withdrawn"],
  ["also beside what was answered", [withdrawn(anAnswer())], 2, "withdrawn"],
  ["impossible dates are told before a withdrawal", [withdrawn(anAnswer(early))], 2, "impossibleDates"],
  ["so are unread items", [withdrawn()], 2, "unreadItems"],
  ["a question that is asked again is awaited again", [withdrawn(), version()], 1, null],
  [
    "an answer put in the place of a promise under its date has no date of its own",
    [version(aPromise()), version(anAnswer(dated("2014-02-18")))],
    2,
    "promiseDate",
  ],
  [
    "also where a correction came after it",
    [
      version(aPromise()),
      version(anAnswer(dated("2014-02-18"))),
      version(anAnswer({ ...dated("2014-02-18"), text: "Non." })),
    ],
    2,
    "promiseDate",
  ],
  ["one that was given its own date has one", [version(aPromise()), version(anAnswer())], 2, null],
  [
    "an answer of the day of the promise, beside it, is dated",
    [version(aHoldingAnswer()), version(aHoldingAnswer(), anAnswer(dated("2014-02-18")))],
    3,
    null,
  ],
];

for (const [rule, versions, announcedItems, expected] of DOUBTS) {
  test(rule, () => {
    const times = answerTimes(versions.at(-1)!.answers);
    assert.equal(delayDoubtOf(times, { versions, announcedItems, readOn }), expected);
  });
}

test("a first reply that no version shows any more may be impossible too", () => {
  const times = answerTimes([anAnswer()], day("2014-01-31"));
  assert.equal(
    delayDoubtOf(times, { versions: [version(anAnswer())], announcedItems: 2, readOn }),
    "impossibleDates",
  );
});
