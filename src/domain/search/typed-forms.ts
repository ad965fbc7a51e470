import type { SearchClause } from "./search-query.ts";

/** What is known of the forms that may have been typed. */
export interface KnownForms {
  /** So many words that say something has the longest one. */
  readonly longest: number;
  readonly says: (word: string) => boolean;
  readonly isForm: (words: readonly string[]) => boolean;
}

/**
 * The clauses, those that make up a form of several words being joined into one that asks for all of these
 * words. A longer form goes before a shorter one, then the first; none begins or ends with a word that says
 * nothing.
 */
export function joinTypedForms(clauses: readonly SearchClause[], forms: KnownForms): SearchClause[] {
  const joined: (SearchClause | null)[] = [...clauses];
  for (const { from, words } of sequencesIn(clauses, forms)) {
    const isFree = words.every((_, offset) => joined[from + offset] === clauses[from + offset]);
    if (!isFree || !forms.isForm(words)) continue;
    joined.fill(null, from, from + words.length);
    joined[from] = { anyOf: [{ words, isPhrase: false, isPrefix: false }], isExcluded: false };
  }
  return joined.filter((clause) => clause !== null);
}

/** Words that were typed one after the other, without signs. */
interface Sequence {
  readonly from: number;
  readonly words: readonly string[];
  /** How many of the words say something: at least two. */
  readonly weight: number;
}

/** All there are, the weightiest first. */
function sequencesIn(clauses: readonly SearchClause[], { longest, says }: KnownForms): Sequence[] {
  const plain = clauses.map(plainWordOf);
  const sequences: Sequence[] = [];
  for (const [from, first] of plain.entries()) {
    if (first === null || !says(first)) continue;
    const words: string[] = [];
    let weight = 0;
    for (const word of plain.slice(from)) {
      if (word === null || weight === longest) break;
      words.push(word);
      if (!says(word)) continue;
      weight += 1;
      if (weight > 1) sequences.push({ from, words: [...words], weight });
    }
  }
  return sequences.sort((one, other) => other.weight - one.weight);
}

/** The word a clause asks for; null where it asks for anything more, or other. */
function plainWordOf({ anyOf: [term, ...others], isExcluded }: SearchClause): string | null {
  const isPlain = term?.words.length === 1 && others.length === 0 && !isExcluded && !term.isPrefix;
  return isPlain ? term.words[0]! : null;
}
