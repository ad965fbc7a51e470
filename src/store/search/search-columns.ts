import type { QuestionContent } from "../../domain/question-content.ts";
import { SEARCH_RULES, searchDocumentOf } from "../../domain/search/search-document.ts";
import type { Database } from "../database.ts";
import { lexemesOf } from "./lexemes.ts";
import { wordVectorOf } from "./word-vector.ts";

/** The columns of a question by which it is searched. */
export interface SearchColumns {
  readonly titleWords: string;
  readonly titleVector: string;
  readonly searchVector: string;
  readonly searchRules: number;
}

/** Makes the search columns of questions, in their order. */
export async function makeSearchColumns(
  db: Database,
  contents: readonly QuestionContent[],
): Promise<SearchColumns[]> {
  const documents = contents.map(searchDocumentOf);
  const words = documents.flatMap(({ parts }) => parts.flatMap((part) => part.words));
  const lexemeOf = await lexemesOf(db, words);
  return documents.map(({ parts, titleWords }) => ({
    titleWords: titleWords.join(" "),
    titleVector: wordVectorOf(
      parts.filter(({ part }) => part === "title"),
      lexemeOf,
    ),
    searchVector: wordVectorOf(parts, lexemeOf),
    searchRules: SEARCH_RULES,
  }));
}
