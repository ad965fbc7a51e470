import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ANSWER_NATURES, type AnswerNature } from "../../../src/domain/answer-nature/answer-nature.ts";
import {
  ALL_EXAMPLES,
  EXAMPLE_SETS,
  type ExampleSet,
  judgeText,
  type LabelledExample,
  readExamples,
} from "./labelled-examples.ts";

/** The least share found of each nature; each nature but substantive is always right where it is found. */
const RECALL_FLOORS: Readonly<Record<ExampleSet, Readonly<Record<AnswerNature, number>>>> = {
  development: { substantive: 1, holding: 1, referral: 1, notCompetent: 1 },
  "held-out": { substantive: 1, holding: 1, referral: 0.93, notCompetent: 1 },
  "held-out-second": { substantive: 1, holding: 1, referral: 1, notCompetent: 1 },
  "held-out-third": { substantive: 1, holding: 0.75, referral: 1, notCompetent: 0.83 },
  "held-out-fourth": { substantive: 1, holding: 0.86, referral: 1, notCompetent: 0.9 },
  "held-out-fifth": { substantive: 1, holding: 0.88, referral: 1, notCompetent: 1 },
};

interface Score {
  readonly nature: AnswerNature;
  readonly examples: number;
  /** Of what was judged to be of this nature, the share that is. */
  readonly precision: number;
  /** Of what is of this nature, the share that was found. */
  readonly recall: number;
}

suite("precision and recall", () => {
  for (const set of EXAMPLE_SETS) {
    test(`of the ${set} examples reach their floors`, (t) => {
      for (const { nature, examples, precision, recall } of scoresOf(readExamples(set))) {
        const figures = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
        t.diagnostic(`${set} ${nature}: ${examples} examples, ${figures}`);
        assert.ok(recall >= RECALL_FLOORS[set][nature], `${set} ${nature}: recall ${recall}`);
        if (nature !== "substantive") assert.equal(precision, 1, `${set} ${nature}`);
      }
    });
  }

  test("rest on enough examples, each given once", () => {
    const count = (nature: AnswerNature) =>
      ALL_EXAMPLES.filter((example) => example.nature === nature).length;
    assert.ok(count("holding") >= 35 && count("referral") >= 30 && count("notCompetent") >= 30);
    assert.ok(count("substantive") >= 65);
    assert.ok(ALL_EXAMPLES.filter(({ trap }) => trap).length >= count("substantive") / 2);
    assert.equal(new Set(ALL_EXAMPLES.map(({ text }) => text)).size, ALL_EXAMPLES.length);
  });
});

function scoresOf(examples: readonly LabelledExample[]): Score[] {
  const judged = examples.map(({ nature, text }) => ({ nature, found: judgeText(text).nature }));
  return ANSWER_NATURES.map((nature) => {
    const are = judged.filter((example) => example.nature === nature);
    const found = judged.filter((example) => example.found === nature);
    const right = are.filter((example) => example.found === nature).length;
    return { nature, examples: are.length, precision: right / found.length, recall: right / are.length };
  });
}
