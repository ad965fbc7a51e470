import { desc, sql } from "drizzle-orm";
import { readers } from "../src/cli/composition.ts";
import { readFilter } from "../src/http/api/question-query.ts";
import type { Database } from "../src/store/database.ts";
import { conditionOf, type QuestionFilter } from "../src/store/question-filter.ts";
import { questions } from "../src/store/schema/index.ts";
import type { Search } from "./searches.ts";
import { parliament } from "./served-register.ts";

/** What the API makes of a search. */
export async function filterOf(db: Database, { q, minister }: Search): Promise<QuestionFilter> {
  const query = minister === null ? { q } : { q, minister };
  const { filter } = await readFilter(query, { ...readers(db), now: () => new Date(0) });
  return filter;
}

/** The first 20 by rank and the number of matches, as one would write it: every match is read and ranked. */
export async function searchObviously(db: Database, filter: QuestionFilter): Promise<void> {
  const rank = sql`ts_rank_cd(${questions.searchVector}, ${filter.words!.tsquery}::tsquery)`;
  await db
    .select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(conditionOf(parliament, filter))
    .orderBy(desc(rank), desc(questions.tabledOn), desc(questions.id))
    .limit(20);
  await countMatches(db, filter);
}

/** How many questions match, all of them counted. */
export function countMatches(db: Database, filter: QuestionFilter): Promise<number> {
  return db.$count(questions, conditionOf(parliament, filter));
}
