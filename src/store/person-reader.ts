import { and, eq, exists, inArray, isNotNull, or, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { slugOrSelf } from "../domain/folded-text.ts";
import type { Database } from "./database.ts";
import { byParty } from "./parties-seen.ts";
import { personNames, persons, questions } from "./schema/index.ts";

/** What somebody did in the questions: asked one, or was addressed in one. */
export type PersonRole = "author" | "minister";

/** A person under the name to show. */
export interface Person {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** Somebody in a role, with the first and the last day of the questions that show it. */
export interface SeenPerson extends Person {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A person under every name that pages give. */
export interface SpeltPerson extends Person {
  readonly spellings: readonly string[];
}

/** A party as lists spell it. */
export interface Party {
  readonly slug: string;
  readonly name: string;
}

/** Looks people up by what they did; somebody who only ever asked is no minister. */
export interface PersonReader {
  /**
   * The person of this folded name (`domain/folded-text`), or of whose spellings one folds to it; null where nobody in
   * that role has it, or several do and it is the slug of none.
   */
  findPerson(role: PersonRole, slug: string): Promise<SeenPerson | null>;
  /** Everybody in that role whom a folded name may mean, by slug. */
  listNamesakes(role: PersonRole, slug: string): Promise<SeenPerson[]>;
  /** Everybody in that role, by slug. */
  listPersons(role: PersonRole): Promise<SpeltPerson[]>;
  /** Every spelling of the parties that authors were of on the day of a question, by spelling. */
  listParties(): Promise<Party[]>;
}

/** Slugs in the same order whatever the language of the database. */
export const bySlug = sql`${persons.slug} collate "C"`;

/** Whether a folded name is that of a person, or of one of the spellings, as after two names were merged. */
export function isNamed(db: Database, parliament: string, slug: string): SQL | undefined {
  const spelt = db
    .select({ personId: personNames.personId })
    .from(personNames)
    .where(and(eq(personNames.parliament, parliament), eq(personNames.slug, slug)));
  return or(eq(persons.slug, slug), inArray(persons.id, spelt));
}

/** Of the people that a folded name may mean, the one it does mean; null where it may mean several. */
export function findMeant<Named extends { readonly slug: string }>(
  people: readonly Named[],
  slug: string,
): Named | null {
  const exact = people.find((person) => person.slug === slug);
  return exact ?? (people.length === 1 ? people[0]! : null);
}

/** The column of questions that holds who has a role in them. */
export const personOf = (role: PersonRole) =>
  role === "author" ? questions.askedById : questions.addressedToId;

const shown = { id: persons.id, slug: persons.slug, name: persons.name };

// Columns are written out in these two: in a query of one table the builder leaves out whose they are.

/** Every way the pages write the name of a person. */
export const spellings = sql<string[]>`array(
  select person_names.name from person_names
  where person_names.parliament = persons.parliament and person_names.person_id = persons.id
  order by person_names.name collate "C")`;

/** The first or the last day of a person's questions: one look into the index by role. */
const seenOn = (role: PersonRole, end: SQL) => sql<CalendarDate>`(
  select ${end}(questions.tabled_on) from questions
  where questions.parliament = persons.parliament
    and questions.${sql.identifier(personOf(role).name)} = persons.id)`;

export function createPersonReader(db: Database, { parliament }: { parliament: string }): PersonReader {
  const inRole = (role: PersonRole) => {
    const theirs = and(eq(questions.parliament, parliament), eq(personOf(role), persons.id));
    return exists(db.select({ id: questions.id }).from(questions).where(theirs));
  };
  const listNamesakes = (role: PersonRole, slug: string) =>
    db
      .select({ ...shown, from: seenOn(role, sql`min`), to: seenOn(role, sql`max`) })
      .from(persons)
      .where(and(eq(persons.parliament, parliament), isNamed(db, parliament, slug), inRole(role)))
      .orderBy(bySlug);
  return {
    listPersons: (role) =>
      db
        .select({ ...shown, spellings })
        .from(persons)
        .where(and(eq(persons.parliament, parliament), inRole(role)))
        .orderBy(bySlug),
    listNamesakes,
    findPerson: async (role, slug) => findMeant(await listNamesakes(role, slug), slug),
    async listParties() {
      const rows = await db
        .select({ name: sql<string>`${questions.askedByParty}` })
        .from(questions)
        .where(and(eq(questions.parliament, parliament), isNotNull(questions.askedByParty)))
        .groupBy(questions.askedByParty)
        .orderBy(byParty);
      return rows.map(({ name }) => ({ slug: slugOrSelf(name), name }));
    },
  };
}
