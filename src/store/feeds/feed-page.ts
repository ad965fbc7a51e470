import { and, desc, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import { conditionOf, type QuestionFilter } from "../question-filter.ts";
import { questions } from "../schema/index.ts";
import { type FeedQuestion, readFeedQuestions } from "./feed-question.ts";

/** Where a page ended: what comes next is everything tabled before, whatever has arrived since. */
export interface FeedQuestionKey {
  readonly tabledOn: CalendarDate;
  readonly id: number;
}

/** Which part of a feed of questions to read. */
export interface FeedQuestionRequest {
  /** Null for the first page. */
  readonly after: FeedQuestionKey | null;
  readonly limit: number;
}

export interface FeedQuestionPage {
  readonly items: readonly FeedQuestion[];
  /** Null on the last page. */
  readonly next: FeedQuestionKey | null;
}

/** The questions a filter means, the last tabled first. */
export async function readFeedPage(
  db: Database,
  parliament: string,
  filter: QuestionFilter,
  { after, limit }: FeedQuestionRequest,
): Promise<FeedQuestionPage> {
  const isOlder =
    after === null
      ? undefined
      : sql`(${questions.tabledOn}, ${questions.id}) < (${after.tabledOn}::date, ${after.id}::bigint)`;
  // Texts are long: which questions are on the page is found without them.
  const keys = await db
    .select({ id: questions.id, tabledOn: questions.tabledOn })
    .from(questions)
    .where(and(conditionOf(parliament, filter), isOlder))
    .orderBy(desc(questions.tabledOn), desc(questions.id))
    .limit(limit + 1);
  const shown = keys.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const byId = await readFeedQuestions(db, parliament, ids);
  return {
    items: ids.map((id) => byId.get(id)!),
    next: keys.length > limit ? (shown.at(-1) ?? null) : null,
  };
}
