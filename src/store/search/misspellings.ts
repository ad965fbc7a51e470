import { and, eq, type SQL, sql } from "drizzle-orm";
import { distance } from "fastest-levenshtein";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import type { Database } from "../database.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import { lexemesOf } from "./lexemes.ts";
import { quoted } from "./word-vector.ts";

/** A word that no question has, and one that some have which looks like it. */
export interface Misspelling {
  /** Folded, as it was typed. */
  readonly typed: string;
  /** In lower case, with its accents. */
  readonly meant: string;
}

/** Of a search that is made of nothing else, the first words are enough. */
const MENDED_AT_MOST = 5;

/** So many words of the vocabulary are looked at for each word typed, the most alike first. */
const CANDIDATES = 8;

/** The share of groups of three letters that two words must have in common to be taken for one another. */
const LEAST_LIKENESS = 0.35;

/** What somebody may have meant by the words of a search that no question has; words with nothing alike are left out. */
export async function findMisspellings(
  db: Database,
  parliament: string,
  { clauses }: SearchQuery,
): Promise<Misspelling[]> {
  const terms = clauses.filter(({ isExcluded }) => !isExcluded).flatMap(({ anyOf }) => anyOf);
  const typed = new Set(terms.filter(({ isPrefix }) => !isPrefix).flatMap(({ words }) => words));
  const unknown = await withoutQuestions(db, parliament, [...typed]);
  const found: Misspelling[] = [];
  for (const word of [...unknown].slice(0, MENDED_AT_MOST)) {
    const candidates = await listAlike(db, parliament, word);
    const unfound = await withoutQuestions(
      db,
      parliament,
      candidates.map((candidate) => candidate.word),
    );
    const meant = candidates.find(
      (candidate) => !unfound.has(candidate.word) && isNear(word, candidate.word),
    );
    if (meant !== undefined) found.push({ typed: word, meant: meant.spelling });
  }
  return found;
}

/** One letter in four may be wrong. */
const isNear = (word: string, other: string) =>
  distance(word, other) <= Math.max(1, Math.floor(word.length / 4));

/** Which of these words no question has; words that say nothing are in all of them. */
async function withoutQuestions(
  db: Database,
  parliament: string,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const lexemeOf = await lexemesOf(db, words);
  const sought = words.flatMap((word) => {
    const lexeme = lexemeOf(word);
    return lexeme === null ? [] : [{ word, tsquery: quoted(lexeme) }];
  });
  if (sought.length === 0) return new Set();
  const has = (tsquery: SQL) => and(eq(questions.parliament, parliament), sql`search_vector @@ ${tsquery}`);
  const rows = await selectRows<{ word: string }>(
    db,
    sql`
      select word
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as sought (word text, tsquery tsquery)
      where not exists (select from ${questions} where ${has(sql`sought.tsquery`)})`,
  );
  return new Set(rows.map(({ word }) => word));
}

function listAlike(db: Database, parliament: string, word: string) {
  return selectRows<{ word: string; spelling: string }>(
    db,
    sql`
      select word, spelling
      from vocabulary
      where parliament = ${parliament} and word % ${word} and similarity(word, ${word}) >= ${LEAST_LIKENESS}
      order by similarity(word, ${word}) desc, abs(length(word) - ${word.length}), word
      limit ${CANDIDATES}`,
  );
}
