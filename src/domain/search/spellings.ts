import type { QuestionContent } from "../question-content.ts";
import { wordsOf } from "./words.ts";

/** Shorter words are too like too many others for one of them to be proposed, and few words begin with them. */
const SHORTEST_KEPT = 4;
/** Longer ones are no words of a language. */
const LONGEST_KEPT = 40;
const LETTERS_ALONE = /^\p{L}+$/u;

const isWord = (word: string) =>
  word.length >= SHORTEST_KEPT && word.length <= LONGEST_KEPT && LETTERS_ALONE.test(word);

/**
 * The words of questions and answers, names and titles of office included, folded, each with its spelling in lower case
 * where it was first met: what somebody may have meant who misspelt one, or typed its beginning.
 */
export function spellingsOf(contents: readonly QuestionContent[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const text of contents.flatMap(textsOf)) {
    for (const { word, start, end } of wordsOf(text)) {
      if (!isWord(word) || spellings.has(word)) continue;
      spellings.set(word, text.slice(start, end).toLowerCase());
    }
  }
  return spellings;
}

const textsOf = ({ title, questionText, answers, askedBy, addressedTo }: QuestionContent) => [
  ...[title, questionText, askedBy, addressedTo.name, addressedTo.office ?? ""],
  ...answers.flatMap(({ text, answeredBy }) => [text, answeredBy]),
];
