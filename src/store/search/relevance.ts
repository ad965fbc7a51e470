import { and, lte, type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import type { SearchedWords } from "../question-filter.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import { conditionOfSought, newest, type Reach, type SoughtQuestions, titlesReachOf } from "./reach.ts";

/**
 * The order of relevance, in three stretches: first the newest questions with the words in their title, then the newest
 * that have them elsewhere, both by rank; what is left, newest first. Ranks are only made of so many questions, as to
 * make them takes reading where every word stands.
 */
const RANKED_AT_MOST = 500;

/** For words of names, of answers, of the question, of the title. */
const WEIGHTS = sql`'{0.05, 0.2, 0.4, 1}'::float4[]`;

/** To divide the rank by itself and one: it stays below 1, whatever the length of the text. */
const BELOW_ONE = sql.raw("32");

/** A question with its place in the order of relevance. */
export interface RankedQuestion {
  readonly id: number;
  readonly day: CalendarDate;
  /** Higher is more relevant; equal ones come newest first. */
  readonly rank: number;
  /** 0, 1 or 2. */
  readonly stretch: number;
}

export interface RelevanceRequest {
  readonly words: SearchedWords;
  /** The filter without the words. */
  readonly within: SQL | undefined;
  readonly reach: Reach;
  /** Questions stored since do not move those that were there. */
  readonly newestId: number;
  /** The last question of the page before; null for the first page. */
  readonly after: RankedQuestion | null;
  readonly limit: number;
}

/** The next questions in the order of relevance. */
export async function listByRelevance(db: Database, request: RelevanceRequest): Promise<RankedQuestion[]> {
  const { reach, after, limit, words } = request;
  const within = and(request.within, lte(questions.id, request.newestId));
  const sought = { within, words };
  const isTitled = sql`${questions.titleVector} @@ ${words.tsquery}::tsquery`;
  // A title that has the words tells that the question does, save for words that must not be there.
  const titles = { within: and(within, isTitled), words: words.hasExcluded ? words : undefined };
  const titled = await rank(db, await titlesReachOf(db, conditionOfSought(titles)), titles, {
    stretch: 0,
    vector: sql`${questions.titleVector}`,
    score: (vector) => rankOf(vector, words.tsquery),
  });
  const found = following(titled, after);
  if (found.length >= limit) return found.slice(0, limit);

  const others = await rank(db, reach, sought, {
    stretch: 1,
    only: isNoneOf(titled),
    vector: sql`${questions.searchVector}`,
    // What the question itself asks about comes before what only its answer or its people bring in.
    score: (vector) =>
      sql`(${vector} @@ ${words.askedTsquery}::tsquery)::int + ${rankOf(vector, words.tsquery)}`,
  });
  found.push(...following(others, after));
  if (found.length >= limit || others.length < RANKED_AT_MOST) return found.slice(0, limit);

  const beyond = after?.stretch === 2 ? isAfter(after) : undefined;
  const rest = newest(reach, {
    sought,
    columns: sql`${questions.id}, ${questions.tabledOn}`,
    only: and(isNoneOf([...titled, ...others]), beyond),
    limit: limit - found.length,
  });
  const rows = await selectRows<{ id: number; tabled_on: CalendarDate }>(db, rest);
  return [...found, ...rows.map(({ id, tabled_on: day }) => ({ id, day, rank: 0, stretch: 2 }))];
}

interface Ranking {
  readonly stretch: number;
  readonly only?: SQL | undefined;
  readonly vector: SQL;
  readonly score: (vector: SQL) => SQL;
}

/** In hundredths: how far from each other words stand in long texts is no reason to put an older question first. */
const rankOf = (vector: SQL, tsquery: string) =>
  sql`round(ts_rank_cd(${WEIGHTS}, ${vector}, ${tsquery}::tsquery, ${BELOW_ONE})::numeric, 2)::float8`;

async function rank(
  db: Database,
  reach: Reach,
  sought: SoughtQuestions,
  { stretch, only, vector, score }: Ranking,
): Promise<RankedQuestion[]> {
  const columns = sql`${questions.id}, ${questions.tabledOn}, ${vector} as vector`;
  const rows = await selectRows<Omit<RankedQuestion, "stretch">>(
    db,
    sql`
      with found as materialized (${newest(reach, { sought, columns, only, limit: RANKED_AT_MOST })})
      select id, tabled_on as day, ${score(sql`vector`)} as rank
      from found
      order by rank desc, tabled_on desc, id desc`,
  );
  return rows.map((row) => ({ ...row, stretch }));
}

/** What comes after the end of the page before, in a stretch that is in order. */
function following(stretch: readonly RankedQuestion[], after: RankedQuestion | null): RankedQuestion[] {
  return stretch.filter((one) => after === null || comesBefore(after, one));
}

function comesBefore(one: RankedQuestion, other: RankedQuestion): boolean {
  if (one.stretch !== other.stretch) return one.stretch < other.stretch;
  if (one.rank !== other.rank) return one.rank > other.rank;
  return one.day === other.day ? one.id > other.id : one.day > other.day;
}

const isNoneOf = (found: readonly RankedQuestion[]) =>
  found.length === 0
    ? undefined
    : sql`${questions.id} <> all(${sql.param(found.map(({ id }) => id))}::bigint[])`;

const isAfter = ({ day, id }: RankedQuestion) =>
  sql`(${questions.tabledOn}, ${questions.id}) < (${day}::date, ${id}::bigint)`;
