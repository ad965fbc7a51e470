import { sql } from "drizzle-orm";
import type { LexemeOf } from "../../domain/search/lexemes.ts";
import { isSilent } from "../../domain/search/silent-words.ts";
import { isNounLikeVerb, isWhole, stemmedAs, withoutPlural } from "../../domain/search/stem-mending.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";

/** Some tens of megabytes; a corpus of 140,000 questions has fewer words. */
const REMEMBERED_AT_MOST = 250_000;

/** The stemmer of the database gives the same for the same word, whoever asks. */
const remembered = new Map<string, string | null>();

/** The lexemes of these folded words, by the French stemmer of the database. Knows no others. */
export async function lexemesOf(db: Database, words: Iterable<string>): Promise<LexemeOf> {
  const lexemes = new Map<string, string | null>();
  const unknown: string[] = [];
  for (const word of new Set(words)) {
    const lexeme = remembered.get(word);
    if (lexeme === undefined) unknown.push(word);
    else lexemes.set(word, lexeme);
  }
  if (unknown.length > 0) {
    for (const [word, lexeme] of await askStemmer(db, unknown)) {
      if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
      remembered.set(word, lexeme);
      lexemes.set(word, lexeme);
    }
  }
  return (word) => lexemes.get(word) ?? null;
}

async function askStemmer(db: Database, words: readonly string[]): Promise<[string, string | null][]> {
  const forms = words.map(stemmedAs);
  const stems = await selectRows<Stems>(
    db,
    sql`
      select word, form, ts_lexize('french_stem', word) = '{}' as "saysNothing",
        (ts_lexize('french_stem', form))[1] as stem
      from unnest(${sql.param(words)}::text[], ${sql.param(forms)}::text[]) as asked (word, form)`,
  );
  return stems.map((asked) => [asked.word, lexemeOfStems(asked)]);
}

interface Stems {
  readonly word: string;
  readonly form: string;
  readonly saysNothing: boolean;
  readonly stem: string | null;
}

function lexemeOfStems({ word, form, saysNothing, stem }: Stems): string | null {
  if (isSilent(word) || (saysNothing && !isNounLikeVerb(word))) return null;
  if (isWhole(form)) return form;
  return stem === null ? null : withoutPlural(stem);
}
