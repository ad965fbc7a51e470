import { and, asc, eq, like } from "drizzle-orm";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import type { Database } from "../database.ts";
import { vocabulary } from "../schema/index.ts";
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
  return { lexemeOf, lexemesFrom: (beginning) => [...lexemesFrom(beginning)] };
}

function beginningsOf({ clauses }: SearchQuery): Set<string> {
  const terms = clauses.flatMap(({ anyOf }) => anyOf);
  return new Set(terms.flatMap(({ words, isPrefix }) => (isPrefix ? words.slice(-1) : [])));
}

async function listWordsFrom(db: Database, parliament: string, beginning: string): Promise<string[]> {
  const rows = await db
    .select({ word: vocabulary.word })
    .from(vocabulary)
    .where(and(eq(vocabulary.parliament, parliament), like(vocabulary.word, `${beginning}%`)))
    .orderBy(asc(vocabulary.word))
    .limit(WORDS_OF_BEGINNING);
  return rows.map(({ word }) => word);
}
