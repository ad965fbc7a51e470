import { nameOtherSubjects } from "./other-subject.ts";
import { shareInBoth, shareOfSmaller } from "./shares.ts";
import type { TwinSide } from "./twin-side.ts";

/** `same`: the texts say the same, in the same words and with the same numbers; `nearlySame`: almost. */
export const TWIN_KINDS = ["same", "nearlySame"] as const;

export type TwinKind = (typeof TWIN_KINDS)[number];

/** How alike two questions are, in thousandths from 0 to 1; the same whichever of the two comes first. */
export interface TwinScore {
  readonly kind: TwinKind;
  readonly titleLikeness: number;
  readonly textLikeness: number;
  readonly score: number;
}

/** Of the labelled pairs, those that name one subject and are no twins stay under 0.4, twins above 0.65. */
const LEAST_SCORE = 0.55;

/** In texts that are the same but for a word put right. */
const LEAST_OF_SAME = 0.95;

/** Texts that have less of the words of the shorter one in common are not looked at further. */
const LEAST_WORDS = 1 / 3;

/** What is asked counts for half of a text where it is as many pairs of words, and for less where it is less. */
const ENOUGH_ASKED = 12;

/** Shorter texts could be put under any title, which then decides alone. */
const HARDLY_A_TEXT = 3;
/** Longer texts speak for themselves: a question is found again under another title. */
const TEXT_ENOUGH = 12;
const LEAST_WEIGHT_OF_TITLE = 0.3;

/**
 * Compares two questions of one lexicon; null where they are no twins.
 *
 * - title likeness: the letters of the titles by threes, what is in both over what is in any;
 * - text likeness: the same of the words of the texts by twos (`all`), and of those of the sentences that ask
 *   (`asked`): `(1 - a) · all + a · asked`, where `a` is a half as soon as enough is asked. An introduction more or
 *   less leaves what is asked alone; other questions after the same introduction do not;
 * - score: `text · ((1 - t) + t · title)`, where `t` is 0.3, and up to 1 in short texts.
 *
 * Questions that name two subjects are no twins, whatever their score. See note 23.
 */
export function findTwinScore(one: TwinSide, other: TwinSide): TwinScore | null {
  if (shareOfSmaller(one.stems, other.stems) < LEAST_WORDS) return null;
  const { all, textLikeness, titleLikeness, score } = likenessOf(one, other);
  if (score < LEAST_SCORE || nameOtherSubjects(one, other)) return null;
  const isSame = all >= LEAST_OF_SAME && one.text.numbers === other.text.numbers;
  return {
    kind: isSame ? "same" : "nearlySame",
    titleLikeness: inThousandths(titleLikeness),
    textLikeness: inThousandths(textLikeness),
    score: inThousandths(score),
  };
}

/** The figures of two questions, twins or not: `all` and those of a `TwinScore`, unrounded. */
export function likenessOf(one: TwinSide, other: TwinSide) {
  const all = shareInBoth(one.text.pairs, other.text.pairs);
  const textLikeness = textLikenessOf(one, other, all);
  const titleLikeness = shareInBoth(one.title.letters, other.title.letters);
  const weight = weightOfTitle(Math.min(one.text.pairs.size, other.text.pairs.size));
  return { all, textLikeness, titleLikeness, score: textLikeness * (1 - weight + weight * titleLikeness) };
}

function textLikenessOf(one: TwinSide, other: TwinSide, all: number): number {
  const pairsAsked = Math.min(one.text.askedPairs.size, other.text.askedPairs.size);
  const weight = Math.min(1, pairsAsked / ENOUGH_ASKED) / 2;
  return (1 - weight) * all + weight * shareInBoth(one.text.askedPairs, other.text.askedPairs);
}

function weightOfTitle(pairs: number): number {
  const length = (pairs - HARDLY_A_TEXT) / (TEXT_ENOUGH - HARDLY_A_TEXT);
  return 1 - Math.min(1, Math.max(0, length)) * (1 - LEAST_WEIGHT_OF_TITLE);
}

const inThousandths = (share: number) => Math.round(share * 1000) / 1000;
