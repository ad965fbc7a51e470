import assert from "node:assert/strict";
import { test } from "node:test";
import { contentOf } from "../../src/domain/question-content.ts";
import type { ParsedAnswer } from "../../src/domain/parsed-question.ts";
import { compareVersions } from "../../src/domain/question-difference.ts";
import { eventsOfChange, eventsOfFirstVersion, eventsOfReading } from "../../src/domain/question-events.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion } from "../helpers/questions.ts";

const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette", text: "Article 144.4." });
const withAnswers = (...answers: ParsedAnswer[]) => contentOf(aQuestion({ answers }));
const kinds = (events: readonly { kind: string; occurredOn: string | null }[]) =>
  events.map(({ kind, occurredOn }) => `${kind} ${occurredOn ?? "-"}`).join(", ");

test("a first version tells the tabling and each answer, in the order of the page", () => {
  assert.equal(kinds(eventsOfFirstVersion(withAnswers())), "tabled 2014-02-04");
  assert.equal(
    kinds(eventsOfFirstVersion(withAnswers(aHoldingAnswer(), anAnswer(), note))),
    "tabled 2014-02-04, holdingAnswer 2014-02-18, answered 2014-02-24, converted 2014-02-24",
  );
});

const annexed = (url: string | null) => withAnswers(anAnswer({ attachments: [{ label: "Annexe", url }] }));

const CHANGES = [
  ["a new answer", withAnswers(), withAnswers(anAnswer()), "answered 2014-02-24"],
  ["a new holding answer", withAnswers(), withAnswers(aHoldingAnswer()), "holdingAnswer 2014-02-18"],
  ["a new promise headed as an answer", withAnswers(), withAnswers(aPromise()), "holdingAnswer 2014-02-18"],
  [
    "a promise written over by the answer",
    withAnswers(aPromise()),
    withAnswers(anAnswer()),
    "answered 2014-02-24",
  ],
  [
    "a promise that stays above the answer",
    withAnswers(aPromise()),
    withAnswers(aPromise(), anAnswer()),
    "answered 2014-02-24",
  ],
  [
    "a promise whose date was corrected",
    withAnswers(aPromise()),
    withAnswers(aPromise({ answeredOn: anAnswer().answeredOn })),
    "corrected -",
  ],
  ["the author's note", withAnswers(), withAnswers(note), "converted 2014-02-24"],
  [
    "a question withdrawn",
    withAnswers(),
    { ...withAnswers(), questionText: "QE RETIRÉE PAR SON AUTEUR" },
    "corrected -",
  ],
  [
    "a holding answer that gave way",
    withAnswers(aHoldingAnswer()),
    withAnswers(anAnswer()),
    "answered 2014-02-24",
  ],
  [
    "a note withdrawn for an answer",
    withAnswers(note),
    withAnswers(anAnswer()),
    "answered 2014-02-24, corrected -",
  ],
  ["a text corrected", withAnswers(), { ...withAnswers(), title: "autre" }, "corrected -"],
  [
    "several corrections and an answer",
    withAnswers(),
    { ...withAnswers(anAnswer()), title: "autre", askedBy: "DUCHÊNE Honoré" },
    "answered 2014-02-24, corrected -",
  ],
  ["an annex address learnt", annexed(null), annexed("http://a.example/1.pdf"), ""],
] as const;

for (const [what, before, after, expected] of CHANGES) {
  test(`${what} tells: ${expected || "nothing"}`, () => {
    const comparison = compareVersions(before, after);
    assert.ok(comparison.verdict === "changed");
    assert.equal(kinds(eventsOfChange(comparison.changes)), expected);
  });
}

test("another reading of the same bytes tells of answers found, never of corrections", () => {
  const comparison = compareVersions(withAnswers(), { ...withAnswers(anAnswer()), title: "autre" });
  assert.ok(comparison.verdict === "changed");
  assert.equal(kinds(eventsOfReading(comparison.changes)), "answered 2014-02-24");
});
