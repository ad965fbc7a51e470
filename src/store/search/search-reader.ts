import { parseSearch } from "../../domain/search/parse-search.ts";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import { expandSynonyms, type SynonymGroup, wordsOfSynonyms } from "../../domain/search/synonyms.ts";
import type { Database } from "../database.ts";
import type { SearchedWords } from "../question-filter.ts";
import { type Highlight, readHighlights } from "./highlights.ts";
import { lexemesOf } from "./lexemes.ts";
import { findMisspellings, type Misspelling } from "./misspellings.ts";
import { tsqueryOf, wordsOfQuery } from "./tsquery.ts";

/** What was typed into the search field, as the register understands it. */
export interface UnderstoodSearch {
  readonly text: string;
  readonly words: SearchedWords;
  /** As it was typed. */
  readonly typed: SearchQuery;
  /** With synonyms, where these are wanted: what is found, and marked. */
  readonly query: SearchQuery;
  /** The synonyms, as they are shown. */
  readonly alsoSearched: readonly string[];
  /** Folded words that say nothing, as articles; they are not searched. */
  readonly ignored: readonly string[];
}

/** Understands searches of the questions of one parliament. */
export interface SearchReader {
  /** Never fails: what makes no sense is searched as words. `exact`: no synonyms. */
  understand(text: string, options: { readonly exact: boolean }): Promise<UnderstoodSearch>;
  /** Where its words were found in these questions, by question id; those where they were found in no text are missing. */
  readHighlights(search: UnderstoodSearch, questionIds: readonly number[]): Promise<Map<number, Highlight>>;
  /** What may have been meant by words that no question has. */
  findMisspellings(search: UnderstoodSearch): Promise<Misspelling[]>;
}

interface SearchReaderOptions {
  readonly parliament: string;
  readonly synonyms: readonly SynonymGroup[];
}

export function createSearchReader(
  db: Database,
  { parliament, synonyms }: SearchReaderOptions,
): SearchReader {
  return {
    async understand(text, { exact }) {
      const typed = parseSearch(text);
      const typedWords = wordsOfQuery(typed);
      const lexemeOf = await lexemesOf(db, [...typedWords, ...wordsOfSynonyms(synonyms)]);
      const { query, alsoSearched } = exact
        ? { query: typed, alsoSearched: [] }
        : expandSynonyms(typed, synonyms, lexemeOf);
      return {
        text,
        words: {
          tsquery: tsqueryOf(query, lexemeOf),
          askedTsquery: tsqueryOf(query, lexemeOf, "AB"),
          hasExcluded: query.clauses.some(({ isExcluded }) => isExcluded),
        },
        typed,
        query,
        alsoSearched,
        ignored: typedWords.filter((word) => lexemeOf(word) === null),
      };
    },
    readHighlights: ({ query }, questionIds) => readHighlights(db, parliament, query, questionIds),
    findMisspellings: ({ typed }) => findMisspellings(db, parliament, typed),
  };
}
