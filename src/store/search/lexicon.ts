import { sql } from "drizzle-orm";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import { lexemesOf } from "./lexemes.ts";
import { type SearchLexicon, wordsOfQuery } from "./tsquery.ts";

/** A beginning of more words than that is sought in the stems alone. */
const WORDS_OF_BEGINNING = 300;

/** What the words of a search stand for, and those of `others`. */
export async function readLexicon(
  db: Database,
  parliament: string,
  query: SearchQuery,
  others: readonly string[],
): Promise<SearchLexicon> {
  const begun = new Map<string, string[]>();
  for (const beginning of beginningsOf(query)) {
    begun.set(beginning, await listWordsFrom(db, parliament, beginning));
  }
  const lexemeOf = await lexemesOf(db, [...wordsOfQuery(query), ...others, ...[...begun.values()].flat()]);
  const lexemesFrom = (beginning: string) =>
    new Set((begun.get(beginning) ?? []).flatMap((word) => lexemeOf(word) ?? []));
  return {
    lexemeOf,
    // Those that begin as their word does are found by that.
    lexemesFrom: (beginning) => [...lexemesFrom(beginning)].filter((lexeme) => !lexeme.startsWith(beginning)),
  };
}

function beginningsOf({ clauses }: SearchQuery): Set<string> {
  const terms = clauses.flatMap(({ anyOf }) => anyOf);
  return new Set(terms.flatMap(({ words, isPrefix }) => (isPrefix ? words.slice(-1) : [])));
}

/** Gathered before they are put in order: the planner would rather go through the whole vocabulary, which is in order. */
async function listWordsFrom(db: Database, parliament: string, beginning: string): Promise<string[]> {
  const rows = await selectRows<{ word: string }>(
    db,
    sql`
      select word
      from (
        select word from vocabulary where parliament = ${parliament} and word like ${`${beginning}%`} offset 0
      ) as begun
      order by word collate "C"
      limit ${WORDS_OF_BEGINNING}`,
  );
  return rows.map(({ word }) => word);
}
