import { distance } from "fastest-levenshtein";
import { slugWords } from "../../domain/folded-text.ts";

/** A name to propose. */
export interface NearName {
  readonly slug: string;
  readonly name: string;
}

const AT_MOST = 5;

/** Of a name typed, how many letters in ten may be wrong before another name is no longer near. */
const WRONG_IN_TEN = 3;

/**
 * The names somebody may have meant by `typed` (folded), the nearest first: those that have every word
 * typed, or the beginning of it, in any order; then those a few letters away. None where nothing is near.
 */
export function nearNames(typed: string, names: readonly NearName[]): NearName[] {
  const words = slugWords(typed);
  if (words.length === 0) return [];
  const furthest = Math.max(1, Math.floor((typed.length * WRONG_IN_TEN) / 10));
  return names
    .map(({ slug, name }) => ({
      near: { slug, name },
      hasWords: words.every((word) => slugWords(slug).some((part) => part.startsWith(word))),
      letters: lettersBetween(words, slug),
    }))
    .filter(({ hasWords, letters }) => hasWords || letters <= furthest)
    .sort((one, other) => Number(other.hasWords) - Number(one.hasWords) || one.letters - other.letters)
    .slice(0, AT_MOST)
    .map(({ near }) => near);
}

/** Letters to change between what was typed and a name, or as many first words of it as were typed. */
function lettersBetween(words: readonly string[], slug: string): number {
  const beginning = slugWords(slug).slice(0, words.length).join("-");
  const typed = words.join("-");
  return Math.min(distance(typed, slug), distance(typed, beginning));
}
