import { and, type SQL } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Database } from "./database.ts";
import { type PageKey, type QuestionSort, stretchesOf } from "./keyset.ts";
import { countQuestions, type ListCounts } from "./question-counts.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { type PlacedQuestion, readQuestions } from "./question-rows.ts";
import { NEWEST_COUNTED } from "./search/facets.ts";
import { conditionOfReached, reachOf } from "./search/reach.ts";
import { readMostRelevant } from "./search/most-relevant.ts";
import type { QuestionSummary } from "./stored-question.ts";
import { summarise } from "./whole-questions.ts";

/** Which part of a list to read. */
export interface PageRequest {
  /** By relevance, a list without words is newest first. */
  readonly sort: QuestionSort;
  /** The day that lateness is told for. */
  readonly today: CalendarDate;
  /** Where the page before ended; null for the first page. */
  readonly after: PageKey | null;
  readonly limit: number;
  /** Whether to count by facets as well. */
  readonly facets: boolean;
}

export interface QuestionPage extends ListCounts {
  readonly items: readonly QuestionSummary[];
  /** Null on the last page. */
  readonly next: PageKey | null;
}

/** Of whom lists are read, and how much may be gathered for one. */
export interface ListScope {
  readonly parliament: string;
  readonly affordable: number;
}

/** One page of the questions a filter means, with their number over all pages. */
export async function readPage(
  db: Database,
  { parliament, affordable }: ListScope,
  filter: QuestionFilter,
  page: PageRequest,
): Promise<QuestionPage> {
  const { words, ...rest } = filter;
  const sought = { within: conditionOf(parliament, rest), words };
  // A plain look-up is in the order of an index.
  const isPlain = words === undefined && !page.facets;
  const reach = isPlain ? "walk" : await reachOf(db, sought, { wanted: NEWEST_COUNTED, affordable });
  const { sort, after, limit } = page;
  const found =
    sort === "relevance" && words !== undefined
      ? await readMostRelevant(db, parliament, {
          within: sought.within,
          words,
          reach,
          after,
          limit: limit + 1,
        })
      : await readInOrder(db, conditionOfReached(sought, reach), page);
  const shown = found.slice(0, limit);
  return {
    items: await summarise(
      db,
      parliament,
      shown.map(({ question }) => question),
    ),
    next: found.length > limit ? (shown.at(-1)?.key ?? null) : null,
    ...(await countQuestions(db, parliament, { sought, reach, facets: page.facets })),
  };
}

/** The questions of the page, and one more where the list goes on. */
async function readInOrder(
  db: Database,
  sought: SQL | undefined,
  { sort, after, limit, today }: PageRequest,
): Promise<PlacedQuestion[]> {
  const found: PlacedQuestion[] = [];
  for (const { stretch, day, condition, order } of stretchesOf(sort, after, today)) {
    const missing = limit + 1 - found.length;
    if (missing === 0) break;
    const selection = {
      condition: and(sought, condition),
      order,
      limit: missing,
      texts: false,
    };
    for (const question of await readQuestions(db, selection)) {
      const key = { stretch, day: question[day] ?? question.tabledOn, id: question.id };
      found.push({ question, key });
    }
  }
  return found;
}
