import type { LexemeOf } from "./lexemes.ts";
import type { SearchTerm } from "./search-query.ts";

/** A word of a term that says something, as it is sought. */
export interface SoughtWord {
  /** The stem to be found, or how the word is to begin where it may go on. */
  readonly text: string;
  readonly goesOn: boolean;
  /** How many words after the one before it stands in a phrase: words that say nothing count. */
  readonly distance: number;
}

/** What is sought of a term; nothing where none of its words says anything. */
export function soughtWordsOf(
  { words, isPrefix }: Pick<SearchTerm, "words" | "isPrefix">,
  lexemeOf: LexemeOf,
): SoughtWord[] {
  const sought: SoughtWord[] = [];
  let distance = 0;
  for (const [i, word] of words.entries()) {
    distance += 1;
    const goesOn = isPrefix && i === words.length - 1;
    // The beginning of a word may be that of many, even where it says nothing as a word of its own.
    const text = goesOn ? word : lexemeOf(word);
    if (text === null) continue;
    sought.push({ text, goesOn, distance });
    distance = 0;
  }
  return sought;
}
