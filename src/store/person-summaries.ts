import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "./database.ts";
import { bySlug, isNamed, personOf, type PersonRole, spellings } from "./person-reader.ts";
import { type QuestionTally, tallyColumns } from "./question-tally.ts";
import { persons, questions } from "./schema/index.ts";

/** Somebody in a role, with the questions in which they have it. */
export interface PersonSummary extends QuestionTally {
  readonly slug: string;
  readonly name: string;
  /** Every way the pages write the name. */
  readonly spellings: readonly string[];
}

interface SummaryScope {
  readonly parliament: string;
  readonly role: PersonRole;
  /** A folded name narrows it down to those it may mean; everybody where it is left out. */
  readonly slug: string | undefined;
}

/** By slug. */
export async function readSummaries(
  db: Database,
  { parliament, role, slug }: SummaryScope,
): Promise<({ readonly id: number } & PersonSummary)[]> {
  const named = slug === undefined ? undefined : isNamed(db, parliament, slug);
  const people = await db
    .select({ id: persons.id, slug: persons.slug, name: persons.name, spellings })
    .from(persons)
    .where(and(eq(persons.parliament, parliament), named))
    .orderBy(bySlug);
  const personIds = slug === undefined ? undefined : people.map(({ id }) => id);
  const tallies = await readTallies(db, parliament, role, personIds);
  return people.flatMap((person) => {
    const tally = tallies.get(person.id);
    return tally === undefined ? [] : [{ ...person, ...tally }];
  });
}

/** Of these people, or of everybody; nothing is joined, so that an index alone can answer. */
async function readTallies(
  db: Database,
  parliament: string,
  role: PersonRole,
  personIds: readonly number[] | undefined,
): Promise<Map<number, QuestionTally>> {
  const person = personOf(role);
  const areTheirs = personIds === undefined ? undefined : inArray(person, [...personIds]);
  const rows = await db
    .select({ personId: person, ...tallyColumns })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), areTheirs))
    .groupBy(person);
  return new Map(rows.map(({ personId, ...tally }) => [personId, tally]));
}
