import type { SQL } from "drizzle-orm";
import type { Database } from "./database.ts";
import { questions } from "./schema/index.ts";
import { type Facets, NEWEST_COUNTED, readFacets } from "./search/facets.ts";
import { conditionOfSought, type Reach, type SoughtQuestions } from "./search/reach.ts";

/** How many questions a list has over all pages, and what they have in common. */
export interface ListCounts {
  readonly total: number;
  /** False where there are more than `total`. */
  readonly totalIsExact: boolean;
  /** Null where they were not asked for. */
  readonly facets: ListFacets | null;
}

/** Facets, and of how many questions they tell: all of the list, or its newest ones. */
export interface ListFacets {
  readonly values: Facets;
  readonly counted: number;
  readonly areComplete: boolean;
}

/** Totals are told exactly up to here; beyond it a reader only needs to know that there are more. */
const TOLD_AT_MOST = NEWEST_COUNTED;

interface CountRequest {
  readonly sought: SoughtQuestions;
  readonly reach: Reach;
  readonly facets: boolean;
}

/** Counts the questions sought, with their facets in the same pass where these are wanted. */
export async function countQuestions(
  db: Database,
  parliament: string,
  { sought, reach, facets }: CountRequest,
): Promise<ListCounts> {
  const condition = conditionOfSought(sought);
  if (!facets) return { ...totalOf(await countUpTo(db, condition, TOLD_AT_MOST + 1)), facets: null };
  const { found, counted, values } = await readFacets(db, parliament, { sought, reach });
  return { ...totalOf(found), facets: { values, counted, areComplete: counted === found } };
}

const totalOf = (found: number) => ({
  total: Math.min(found, TOLD_AT_MOST),
  totalIsExact: found <= TOLD_AT_MOST,
});

function countUpTo(db: Database, condition: SQL | undefined, most: number): Promise<number> {
  return db.$count(
    db.select({ id: questions.id }).from(questions).where(condition).limit(most).as("counted"),
  );
}
