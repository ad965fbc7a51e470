import { eq, sql } from "drizzle-orm";
import type { Government, Governments } from "../domain/offices/governments.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { type OfficeSummary, readOffices } from "./office-rows.ts";
import { type PartySeen, readPartiesSeen } from "./parties-seen.ts";
import { bySlug, type PersonRole, personOf, spellings } from "./person-reader.ts";
import { readGovernments } from "./reference/read-governments.ts";
import { persons } from "./schema/index.ts";

/** Somebody met on a page, as author, addressee or signatory. */
export interface DirectoryPerson {
  readonly slug: string;
  readonly name: string;
  /** Every way the pages write the name. */
  readonly spellings: readonly string[];
  readonly isMinister: boolean;
  readonly isAuthor: boolean;
  /** Titles under which questions were addressed to the person, in the order in which they were first seen. */
  readonly offices: readonly OfficeSummary[];
  /** Parties as whose member the person asked questions; spellings in the order in which they were first seen. */
  readonly parties: readonly PartySeen[];
}

/** Everybody and every government a register knows, as of one moment. */
export interface Directory {
  /** By slug. */
  readonly persons: readonly DirectoryPerson[];
  /** In the order of time. */
  readonly governments: readonly Government[];
}

export interface DirectoryReader {
  readDirectory(): Promise<Directory>;
}

interface DirectoryReaderOptions {
  readonly parliament: string;
  /** What periods of offices are told by; those of the reference data by default. */
  readonly governments?: Governments;
}

export function createDirectoryReader(
  database: Database,
  { parliament, governments = readGovernments(parliament) }: DirectoryReaderOptions,
): DirectoryReader {
  return {
    readDirectory: () =>
      atOneMoment(database, async (db) => {
        const people = await db
          .select({
            id: persons.id,
            slug: persons.slug,
            name: persons.name,
            spellings,
            isMinister: isInRole("minister"),
            isAuthor: isInRole("author"),
          })
          .from(persons)
          .where(eq(persons.parliament, parliament))
          .orderBy(bySlug);
        const offices = await readOffices(db, { parliament, governments });
        const parties = await readPartiesSeen(db, parliament);
        const told = people.map(({ id, ...person }): DirectoryPerson => ({
          ...person,
          offices: offices.get(id) ?? [],
          parties: parties.get(id) ?? [],
        }));
        return { persons: told, governments: governments.all };
      }),
  };
}

/** One look into the index by role. Columns are written out: in a query of one table the builder leaves out whose. */
const isInRole = (role: PersonRole) => sql<boolean>`exists (
  select from questions
  where questions.parliament = persons.parliament
    and questions.${sql.identifier(personOf(role).name)} = persons.id)`;
