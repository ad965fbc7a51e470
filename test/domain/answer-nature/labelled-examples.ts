import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnswerNature } from "../../../src/domain/answer-nature/answer-nature.ts";
import { judgeNature } from "../../../src/domain/answer-nature/judge-nature.ts";
import { projectRoot } from "../../helpers/source-files.ts";

/** An answer made up for these tests, and what it is. */
export interface LabelledExample {
  readonly nature: AnswerNature;
  readonly text: string;
  /** Substantive, in the words of another nature. */
  readonly trap?: true;
}

/**
 * See note 12: the rules were made on the first; the others were written without them, in turn, but for the
 * real answers of the fifth, which were made to mislead them.
 */
export const EXAMPLE_SETS = [
  "development",
  "held-out",
  "held-out-second",
  "held-out-third",
  "held-out-fourth",
  "held-out-fifth",
] as const;

export type ExampleSet = (typeof EXAMPLE_SETS)[number];

/** The examples of a file of `test/fixtures/answer-nature`. */
export function readExamples(set: ExampleSet): LabelledExample[] {
  const lines = readFileSync(join(projectRoot, `test/fixtures/answer-nature/${set}.jsonl`), "utf8");
  return lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LabelledExample);
}

export const ALL_EXAMPLES = EXAMPLE_SETS.flatMap(readExamples);

/** What the words of an answer are judged to be. */
export function judgeText(text: string) {
  const judged = judgeNature({ kind: "answer", text });
  if (judged === null) throw new Error(`no words: ${JSON.stringify(text)}`);
  return judged;
}
