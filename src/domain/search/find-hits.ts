import type { LexemeOf } from "./lexemes.ts";
import type { SearchQuery, SearchTerm } from "./search-query.ts";
import { type SoughtWord, soughtWordsOf } from "./sought-words.ts";
import { type TextWord, wordsOf } from "./words.ts";

/** A stretch of a text that was searched for: the UTF-16 units from `start` up to `end`. */
export interface Hit {
  /** Which of the things searched for it is, counted from 0. */
  readonly sought: number;
  readonly start: number;
  readonly end: number;
}

/** The hits in a text, in the order in which they begin; they may overlap. */
export type FindHits = (text: string) => Hit[];

/** The terms by which a question may have been found: those of all clauses that are not excluded. */
export function positiveTerms({ clauses }: SearchQuery): SearchTerm[] {
  return clauses.flatMap(({ anyOf, isExcluded }) => (isExcluded ? [] : anyOf));
}

/**
 * Finds in texts what the database finds in them: words by their stems, phrases as a whole, any word being
 * right where a phrase has one that says nothing. `lexemeOf` must know the words of the terms and of the
 * texts.
 */
export function createFinder(terms: readonly SearchTerm[], lexemeOf: LexemeOf): FindHits {
  const sought = terms.flatMap((term) => {
    const words = soughtWordsOf(term, lexemeOf);
    return term.isPhrase && words.length > 0 ? [words] : words.map((word) => [word]);
  });
  // A stem begins as its word does: few words of a text need be looked at any further.
  const byInitial = Map.groupBy(sought.entries(), ([, [first]]) => first!.text[0]);
  return (text) => {
    const words = wordsOf(text);
    const hits: Hit[] = [];
    for (const [at, { word, start }] of words.entries()) {
      for (const [place, parts] of byInitial.get(word[0]) ?? []) {
        const end = endOf(parts, words, at, lexemeOf);
        if (end !== null) hits.push({ sought: place, start, end });
      }
    }
    return hits;
  };
}

/** Where the last of the parts ends, if they all stand there from the word at `first` on; null if not. */
function endOf(
  parts: readonly SoughtWord[],
  words: readonly TextWord[],
  first: number,
  lexemeOf: LexemeOf,
): number | null {
  let at = first;
  let end: number | null = null;
  for (const part of parts) {
    // The first part stands where the search for it began, whatever came before it in the term.
    if (end !== null) at += part.distance;
    const word = words[at];
    if (word === undefined || !isMetBy(part, word.word, lexemeOf)) return null;
    end = word.end;
  }
  return end;
}

function isMetBy({ text, goesOn }: SoughtWord, word: string, lexemeOf: LexemeOf): boolean {
  return goesOn ? word.startsWith(text) : lexemeOf(word) === text;
}
