import { type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";

/** What the candidates for twins of a question are looked up by. */
export interface TwinSeed {
  readonly parliament: string;
  readonly id: number;
  readonly tabledOn: CalendarDate;
  readonly askedById: number;
  /** Null while the question has not been made ready for searching: its title then finds none. */
  readonly titleWords: string | null;
  /** Of its text, in bytes. */
  readonly textBytes: number;
}

/** So many on either side of the day, of those that have the very title. */
const SAME_TITLE_AT_MOST = 60;

/** All whom their titles bring, the same ones included. */
const LIKE_TITLE_AT_MOST = 2 * SAME_TITLE_AT_MOST;

/** Of the letters by threes. Looking for titles that have less in common takes twice the time. */
const LEAST_TITLE_LIKENESS = 0.7;

const SAME_AUTHOR_AT_MOST = 80;

/** An author puts one text to several ministers within days of each other. */
const SAME_AUTHOR_DAYS = 60;

/**
 * The ids of the questions that may be twins of this one, in no order: those of the same title or nearly so,
 * whenever and by whomever, and those its author put at about that time, under whatever title. At most 200; where
 * there are more, those of the same title are taken by how near their day is, and those of the author by how near
 * their length is.
 */
export async function readCandidateIds(db: Database, seed: TwinSeed): Promise<number[]> {
  const ids = new Set(await readSameAuthor(db, seed));
  const { titleWords } = seed;
  if (titleWords !== null && titleWords !== "") {
    const named = { ...seed, titleWords };
    const sameTitle = await readSameTitle(db, named);
    for (const id of sameTitle) ids.add(id);
    const left = LIKE_TITLE_AT_MOST - sameTitle.length;
    if (left > 0) for (const id of await readLikeTitle(db, named, left)) ids.add(id);
  }
  return [...ids];
}

type NamedSeed = TwinSeed & { readonly titleWords: string };

async function readSameTitle(db: Database, seed: NamedSeed): Promise<number[]> {
  const { parliament, id, tabledOn, titleWords } = seed;
  // Compared by hash, which is what the index holds: a title may be too long for one.
  const hasTitle = sql`parliament = ${parliament} and md5(title_words) = md5(${titleWords}) and id <> ${id}`;
  return idsOf(
    db,
    sql`
      (select id from questions where ${hasTitle} and tabled_on >= ${tabledOn}
        order by tabled_on, id limit ${SAME_TITLE_AT_MOST})
      union all
      (select id from questions where ${hasTitle} and tabled_on < ${tabledOn}
        order by tabled_on desc, id desc limit ${SAME_TITLE_AT_MOST})`,
  );
}

/** To be called within a transaction, for which it sets how alike titles must be. */
async function readLikeTitle(db: Database, seed: NamedSeed, limit: number): Promise<number[]> {
  const { parliament, tabledOn, titleWords } = seed;
  const threshold = String(LEAST_TITLE_LIKENESS);
  await db.execute(sql`select set_config('pg_trgm.similarity_threshold', ${threshold}, true)`);
  return idsOf(
    db,
    sql`
      select id from questions
      where parliament = ${parliament} and title_words % ${titleWords} and title_words <> ${titleWords}
      order by similarity(title_words, ${titleWords}) desc, abs(tabled_on - ${tabledOn}::date), id
      limit ${limit}`,
  );
}

async function readSameAuthor(db: Database, seed: TwinSeed): Promise<number[]> {
  const { parliament, id, tabledOn, askedById, textBytes } = seed;
  return idsOf(
    db,
    sql`
      select id from questions
      where parliament = ${parliament} and asked_by_id = ${askedById} and id <> ${id}
        and tabled_on >= ${tabledOn}::date - ${SAME_AUTHOR_DAYS}::int
        and tabled_on <= ${tabledOn}::date + ${SAME_AUTHOR_DAYS}::int
      order by abs(octet_length(question_text) - ${textBytes}::int), abs(tabled_on - ${tabledOn}::date), id
      limit ${SAME_AUTHOR_AT_MOST}`,
  );
}

async function idsOf(db: Database, query: SQL): Promise<number[]> {
  return (await selectRows<{ id: number }>(db, query)).map(({ id }) => id);
}
