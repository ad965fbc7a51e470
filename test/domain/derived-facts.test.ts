import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { deriveFacts } from "../../src/domain/derived-facts.ts";
import type { ParsedAnswer } from "../../src/domain/parsed-question.ts";
import { contentOf } from "../../src/domain/question-content.ts";
import { aCalendar } from "../helpers/answer-rules.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../helpers/questions.ts";

const data = {
  answerCalendar: aCalendar(),
  partyLists: [],
  corrections: { merges: [], splits: [] },
};

/** Of a question that its author withdrew. */
const factsOf = (...answers: ParsedAnswer[]) => {
  const content = contentOf(aQuestion({ answers, questionText: "QE RETIRÉE PAR SON AUTEUR" }));
  const known = { announcedItems: null, readOn: day("2014-03-01"), firstReplyOn: null };
  return deriveFacts({ versions: [content], ...known }, data);
};

const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });

const STATES: readonly (readonly [string, readonly ParsedAnswer[], string])[] = [
  ["no answer", [], "open"],
  ["a holding answer", [aHoldingAnswer()], "holding"],
  ["an answer", [anAnswer()], "answered"],
  ["the author's note", [note], "converted"],
];

suite("a question that its author withdrew has the state that its answers tell:", () => {
  for (const [what, answers, expected] of STATES) {
    test(`is ${expected} with ${what}`, () => {
      const { state, delayDoubt } = factsOf(...answers);
      assert.deepEqual([state, delayDoubt], [expected, "withdrawn"]);
    });
  }
});
