import { and, eq, exists, sql, type SQL } from "drizzle-orm";
import type { Database } from "./database.ts";
import { persons, questions } from "./schema/index.ts";

/** What somebody did in the questions: asked one, or was addressed in one. */
export type PersonRole = "author" | "minister";

/** A person under the name to show. */
export interface Person {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** Looks people up by what they did; somebody who only ever asked is no minister. */
export interface PersonReader {
  /** The person of this folded name (`domain/folded-text`), or null where nobody has it in that role. */
  findPerson(role: PersonRole, slug: string): Promise<Person | null>;
  /** Everybody in that role, by slug. */
  listPersons(role: PersonRole): Promise<Person[]>;
}

/** Slugs in the same order whatever the language of the database. */
export const bySlug = sql`${persons.slug} collate "C"`;

export function createPersonReader(db: Database, { parliament }: { parliament: string }): PersonReader {
  const read = (role: PersonRole, named?: SQL) => {
    const person = role === "author" ? questions.askedById : questions.addressedToId;
    const theirs = and(eq(questions.parliament, parliament), eq(person, persons.id));
    const hasRole = exists(db.select({ id: questions.id }).from(questions).where(theirs));
    return db
      .select({ id: persons.id, slug: persons.slug, name: persons.name })
      .from(persons)
      .where(and(eq(persons.parliament, parliament), named, hasRole))
      .orderBy(bySlug);
  };
  return {
    listPersons: (role) => read(role),
    async findPerson(role, slug) {
      const [person] = await read(role, eq(persons.slug, slug));
      return person ?? null;
    },
  };
}
