import { and, desc, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** Newest first, as lists are by default. */
const NEWEST_FIRST = [desc(questions.tabledOn), desc(questions.id)] as const;

/**
 * How the newest questions of a kind are best reached: those of a rare word are gathered by the index of words and put
 * in order, those of a frequent one met by going back from the newest question, of which only the first few are needed.
 */
export type Reach = "gather" | "walk";

/** So many can be gathered while somebody waits, and are then counted to the last. */
const GATHERED_AT_LEAST = 30_000;

/**
 * To look on the way whether a question has a word takes so many times as long as to gather one that has it. Measured;
 * the planner takes the two for equal, as it does not count what it takes to fetch a long vector.
 */
const LOOK_PER_GATHERED = 5.7;

/** Which questions are looked for: those of `within` that have the words, if any. */
export interface SoughtQuestions {
  readonly within: SQL | undefined;
  readonly words: SQL | undefined;
}

/** The way to the newest `wanted` questions. */
export async function reachOf(
  db: Database,
  { within, words }: SoughtQuestions,
  wanted: number,
): Promise<Reach> {
  const matches = await estimate(db, and(within, words));
  if (matches <= GATHERED_AT_LEAST) return "gather";
  if (words === undefined) return "walk";
  const looks = (wanted * (await estimate(db, within))) / matches;
  return matches > LOOK_PER_GATHERED * looks ? "walk" : "gather";
}

/** How many questions the planner takes to meet a condition: right within a few per cent for words that are frequent. */
async function estimate(db: Database, condition: SQL | undefined): Promise<number> {
  const rows = await selectRows<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    db,
    sql`explain (format json) select from ${questions} where ${condition}`,
  );
  return rows[0]!["QUERY PLAN"][0].Plan["Plan Rows"];
}

/** Columns of the newest `limit` questions that meet a condition; `tabled_on` and `id` must be among them. */
export function newest(
  reach: Reach,
  { columns, condition, limit }: { columns: SQL; condition: SQL | undefined; limit: number },
): SQL {
  const order = sql.join([...NEWEST_FIRST], sql`, `);
  const found = sql`select ${columns} from ${questions} where ${condition}`;
  if (reach === "walk") return sql`${found} order by ${order} limit ${limit}`;
  // Without the barrier the planner would walk all the same.
  return sql`select * from (${found} offset 0) as ${questions} order by ${order} limit ${limit}`;
}
