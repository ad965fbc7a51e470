import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Lexicon } from "../../../src/domain/twins/lexicon.ts";
import { findTwinScore, type TwinScore } from "../../../src/domain/twins/twin-score.ts";
import { type TwinQuestion, TwinSide } from "../../../src/domain/twins/twin-side.ts";
import { projectRoot } from "../../helpers/source-files.ts";

/** Two questions made up for these tests, and whether they are twins. */
export interface LabelledPair {
  /** What the other one differs in. */
  readonly how: string;
  readonly one: TwinQuestion;
  readonly other: TwinQuestion;
  readonly areTwins: boolean;
}

/**
 * The formula was made on the first; the second was written afterwards, and changed one thing in it: Roman numerals
 * of a series are read as well.
 */
export const PAIR_SETS = ["development", "held-out"] as const;

export type PairSet = (typeof PAIR_SETS)[number];

/** As the files of `test/fixtures/twins` have a question; others differ from it as `how` says. */
interface WrittenQuestion {
  readonly title: string;
  readonly text: string;
  readonly addressedTo: TwinQuestion["addressedTo"];
}

type Variant = WrittenQuestion & { readonly how: string };

interface Family {
  readonly question: WrittenQuestion;
  readonly twins: readonly Variant[];
  readonly others: readonly Variant[];
}

export function readPairs(set: PairSet): LabelledPair[] {
  const written = readFileSync(join(projectRoot, `test/fixtures/twins/${set}.json`), "utf8");
  return (JSON.parse(written) as Family[]).flatMap(({ question, twins, others }) => [
    ...twins.map((variant) => pairOf(question, variant, true)),
    ...others.map((variant) => pairOf(question, variant, false)),
  ]);
}

function pairOf(question: WrittenQuestion, variant: Variant, areTwins: boolean): LabelledPair {
  const how = `${question.title}: ${variant.how}`;
  return { how, one: comparable(question), other: comparable(variant), areTwins };
}

const comparable = ({ title, text, addressedTo }: WrittenQuestion): TwinQuestion => ({
  title,
  questionText: text,
  addressedTo,
});

export const ALL_PAIRS = PAIR_SETS.flatMap(readPairs);

export function score(one: TwinQuestion, other: TwinQuestion): TwinScore | null {
  const lexicon = new Lexicon();
  return findTwinScore(new TwinSide(one, lexicon), new TwinSide(other, lexicon));
}
