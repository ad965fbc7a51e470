import type { QuestionContent } from "../question-content.ts";
import { wordsOf } from "./words.ts";

/** To be raised whenever what is searched, or how words are told apart, changes: documents are then made again. */
export const SEARCH_RULES = 1;

/** The part of a question that a word stands in: finding it in the title says more than in the answer. */
export type SearchPart = "title" | "question" | "answer" | "names";

/** A question as it is searched: its words, part by part. */
export interface SearchDocument {
  readonly parts: readonly { readonly part: SearchPart; readonly words: readonly string[] }[];
  /** The words of the title alone, in their order. */
  readonly titleWords: readonly string[];
}

/** What is searched of a question: the reference counts as part of the title, names and titles of office last. */
export function searchDocumentOf(content: QuestionContent): SearchDocument {
  const { title, officialReference, questionText, answers, askedBy, addressedTo } = content;
  const names = [
    askedBy,
    addressedTo.name,
    addressedTo.office ?? "",
    ...answers.map((one) => one.answeredBy),
  ];
  const titleWords = foldedWords(title);
  const part = (of: SearchPart, words: readonly string[]) => ({ part: of, words });
  return {
    parts: [
      part("title", titleWords),
      part("title", foldedWords(officialReference)),
      part("question", foldedWords(questionText)),
      ...answers.map(({ text }) => part("answer", foldedWords(text))),
      ...[...new Set(names)].map((name) => part("names", foldedWords(name))),
    ],
    titleWords,
  };
}

const foldedWords = (text: string) => wordsOf(text).map(({ word }) => word);
