import { and, asc, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Database } from "./database.ts";
import { questions } from "./schema/index.ts";

/** A party somebody was of, as far as lists tell; the days are those of the questions. */
export interface PartySeen {
  /** As lists spell it. */
  readonly party: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

/** Spellings in the same order whatever the language of the database. */
export const byParty = sql`${questions.askedByParty} collate "C"`;

/**
 * By author, of these or of all; spellings in the order in which they were first seen. The index of questions
 * for figures answers this alone.
 */
export async function readPartiesSeen(
  db: Database,
  parliament: string,
  authorIds?: readonly number[],
): Promise<ReadonlyMap<number, readonly PartySeen[]>> {
  const areTheirs = authorIds && inArray(questions.askedById, [...authorIds]);
  const firstSeenOn = sql<CalendarDate>`min(${questions.tabledOn})`;
  const rows = await db
    .select({
      authorId: questions.askedById,
      seen: {
        party: sql<string>`${questions.askedByParty}`,
        firstSeenOn,
        lastSeenOn: sql<CalendarDate>`max(${questions.tabledOn})`,
        questions: count(),
      },
    })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), isNotNull(questions.askedByParty), areTheirs))
    .groupBy(questions.askedById, questions.askedByParty)
    .orderBy(asc(firstSeenOn), byParty);
  const byAuthor = Map.groupBy(rows, ({ authorId }) => authorId);
  return new Map([...byAuthor].map(([id, theirs]) => [id, theirs.map(({ seen }) => seen)]));
}
