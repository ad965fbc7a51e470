import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Database } from "./database.ts";
import { firstDay, lastDay } from "./question-tally.ts";
import { offices, questions } from "./schema/index.ts";

/** A title somebody was addressed under; its days are those of the questions, not of a nomination. */
export interface OfficeSummary {
  readonly title: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

/**
 * The offices of these people (of everybody, where nobody is named) by person id, in the order in which they
 * were first seen. An office that no question carries any more is left out.
 */
export async function readOffices(
  db: Database,
  parliament: string,
  personIds?: readonly number[],
): Promise<Map<number, OfficeSummary[]>> {
  const held = and(
    eq(offices.parliament, parliament),
    personIds === undefined ? undefined : inArray(offices.personId, [...personIds]),
  );
  const heldIds = db.select({ id: offices.id }).from(offices).where(held);
  const uses = db
    .select({
      officeId: questions.officeId,
      firstSeenOn: firstDay.as("first_seen_on"),
      lastSeenOn: lastDay.as("last_seen_on"),
      questions: count().as("questions"),
    })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.officeId, heldIds)))
    .groupBy(questions.officeId)
    .as("uses");
  const rows = await db
    .select({
      personId: offices.personId,
      title: offices.title,
      firstSeenOn: uses.firstSeenOn,
      lastSeenOn: uses.lastSeenOn,
      questions: uses.questions,
    })
    .from(offices)
    .innerJoin(uses, eq(uses.officeId, offices.id))
    .where(held)
    .orderBy(asc(uses.firstSeenOn), asc(offices.id));
  const byPerson = new Map<number, OfficeSummary[]>();
  for (const { personId, ...office } of rows) {
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), office]);
  }
  return byPerson;
}
