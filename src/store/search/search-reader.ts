import { parseSearch } from "../../domain/search/parse-search.ts";
import type { LexemeOf } from "../../domain/search/lexemes.ts";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import {
  createSynonyms,
  type SynonymGroup,
  type Synonyms,
  wordsOfSynonyms,
} from "../../domain/search/synonyms.ts";
import type { Database } from "../database.ts";
import type { SearchedWords } from "../question-filter.ts";
import { type Highlight, readHighlights } from "./highlights.ts";
import { readLexicon } from "./lexicon.ts";
import { findMisspellings, type Misspelling } from "./misspellings.ts";
import { tsqueryOf } from "./tsquery.ts";

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
  /** Where its words were found in these questions, by question id; in a name alone is in no text. */
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
  const wordsOfForms = wordsOfSynonyms(synonyms);
  let known: Synonyms | undefined;
  return {
    async understand(text, { exact }) {
      const typed = parseSearch(text);
      const lexicon = await readLexicon(db, parliament, typed, wordsOfForms);
      const { lexemeOf } = lexicon;
      known ??= createSynonyms(synonyms, lexemeOf);
      const { query, alsoSearched } = exact
        ? { query: typed, alsoSearched: [] }
        : known.expand(typed, lexemeOf);
      const tsquery = tsqueryOf(query, lexicon);
      return {
        text,
        words: {
          tsquery,
          askedTsquery: tsqueryOf(query, lexicon, "AB"),
          hasExcluded: query.clauses.some(({ isExcluded }) => isExcluded),
          hasPhrase: query.clauses.some(({ anyOf }) => anyOf.some(({ isPhrase }) => isPhrase)),
        },
        typed,
        query,
        alsoSearched,
        ignored: ignoredWords(typed, lexemeOf),
      };
    },
    readHighlights: ({ query }, questionIds) => readHighlights(db, parliament, query, questionIds),
    findMisspellings: ({ typed }) => findMisspellings(db, parliament, typed),
  };
}

/** A word that goes on is sought whatever it says. */
function ignoredWords({ clauses }: SearchQuery, lexemeOf: LexemeOf): string[] {
  const terms = clauses.flatMap(({ anyOf }) => anyOf);
  const whole = terms.flatMap(({ words, isPrefix }) => (isPrefix ? words.slice(0, -1) : words));
  return [...new Set(whole)].filter((word) => lexemeOf(word) === null);
}
