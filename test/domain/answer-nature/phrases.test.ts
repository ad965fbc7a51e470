import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { listClauses } from "../../../src/domain/answer-nature/clauses.ts";
import { ANOTHERS, NOT_MINE, REDIRECTIONS } from "../../../src/domain/answer-nature/disclaimers.ts";
import { findPhrase, type Phrase } from "../../../src/domain/answer-nature/phrase.ts";
import { PROMISES } from "../../../src/domain/answer-nature/promises.ts";
import { REFERRALS } from "../../../src/domain/answer-nature/referrals.ts";
import { listSentences } from "../../../src/domain/answer-nature/sentences.ts";
import { judgeText } from "./labelled-examples.ts";

const TABLES = [
  ["notCompetent", NOT_MINE],
  ["notCompetent", ANOTHERS],
  ["notCompetent", REDIRECTIONS],
  ["referral", REFERRALS],
  ["holding", PROMISES],
] as const;

for (const [nature, phrases] of TABLES) {
  suite(`phrases of ${nature}`, () => {
    for (const { name, example, ...phrase } of phrases) {
      test(`${name}: « ${example} »`, () => {
        assert.ok(isIn(example, { name, example, ...phrase }));
        // A topic of another's is no verdict without an address.
        if (name !== "a federal power") assert.equal(judgeText(example).nature, nature);
      });
    }

    test("have a name each", () => {
      assert.equal(new Set(phrases.map(({ name }) => name)).size, phrases.length);
    });
  });
}

function isIn(text: string, phrase: Phrase): boolean {
  const clauses = [...listSentences(text)].flatMap((sentence) => listClauses(text, sentence));
  return clauses.some(({ folded }, at) => {
    const earlier = clauses[at - 1]?.folded;
    return findPhrase(folded, [phrase], earlier) !== null;
  });
}
