import type { QuestionContent } from "../question-content.ts";
import { wordsOf } from "./words.ts";

/** Shorter words are too like too many others for one of them to be proposed. */
const SHORTEST_PROPOSED = 4;
const LETTERS_ALONE = /^\p{L}+$/u;

/**
 * The words of titles and questions, folded, each with its spelling in lower case where it was first met: what somebody
 * may have meant who misspelt one.
 */
export function spellingsOf(contents: readonly QuestionContent[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const text of contents.flatMap(({ title, questionText }) => [title, questionText])) {
    for (const { word, start, end } of wordsOf(text)) {
      if (word.length < SHORTEST_PROPOSED || spellings.has(word) || !LETTERS_ALONE.test(word)) continue;
      spellings.set(word, text.slice(start, end).toLowerCase());
    }
  }
  return spellings;
}
