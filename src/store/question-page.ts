import { and, type SQL } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type PageKey, type QuestionSort, stretchesOf } from "./keyset.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { readAnswers, readQuestions } from "./question-rows.ts";
import { questions } from "./schema/index.ts";
import type { QuestionSummary, StoredQuestion } from "./stored-question.ts";

/** Totals are counted exactly up to here; beyond it a reader only needs to know that there are more. */
const COUNTED_AT_MOST = 1000;

/** Which part of a list to read. */
export interface PageRequest {
  readonly sort: QuestionSort;
  /** Where the page before ended; null for the first page. */
  readonly after: PageKey | null;
  readonly limit: number;
}

export interface QuestionPage {
  readonly items: readonly QuestionSummary[];
  /** Null on the last page. */
  readonly next: PageKey | null;
  readonly total: number;
  /** False where there are more than `total`. */
  readonly totalIsExact: boolean;
}

/** One page of the questions a filter means, with their number over all pages. */
export async function readPage(
  db: Database,
  parliament: string,
  filter: QuestionFilter,
  page: PageRequest,
): Promise<QuestionPage> {
  const wanted = conditionOf(parliament, filter);
  const found = await readStretches(db, wanted, page);
  const shown = found.slice(0, page.limit);
  const questionIds = shown.map(({ question }) => question.id);
  const answers = await readAnswers(db, { parliament, questionIds, texts: false });
  return {
    items: shown.map(({ question: { questionText: _, ...question } }) => ({
      ...question,
      answers: (answers.get(question.id) ?? []).map(({ text: _text, ...answer }) => answer),
    })),
    next: found.length > page.limit ? (shown.at(-1)?.key ?? null) : null,
    ...(await countUpTo(db, wanted, COUNTED_AT_MOST)),
  };
}

interface Found {
  readonly question: Omit<StoredQuestion, "answers">;
  readonly key: PageKey;
}

/** The questions of the page, and one more where the list goes on. */
async function readStretches(
  db: Database,
  wanted: SQL | undefined,
  { sort, after, limit }: PageRequest,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const { unanswered, day, condition, order } of stretchesOf(sort, after)) {
    const missing = limit + 1 - found.length;
    if (missing === 0) break;
    const selection = { condition: and(wanted, condition), order, limit: missing, texts: false };
    for (const question of await readQuestions(db, selection)) {
      const key = { unanswered, day: question[day] ?? question.tabledOn, id: question.id };
      found.push({ question, key });
    }
  }
  return found;
}

async function countUpTo(
  db: Database,
  wanted: SQL | undefined,
  most: number,
): Promise<Pick<QuestionPage, "total" | "totalIsExact">> {
  const counted = db
    .select({ id: questions.id })
    .from(questions)
    .where(wanted)
    .limit(most + 1)
    .as("counted");
  const count = await db.$count(counted);
  return { total: Math.min(count, most), totalIsExact: count <= most };
}
