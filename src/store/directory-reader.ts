import { eq, sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Government, Governments } from "../domain/offices/governments.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { type OfficeSummary, readOffices } from "./office-rows.ts";
import { bySlug, spellings } from "./person-reader.ts";
import { readGovernments } from "./reference/read-governments.ts";
import { persons } from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";

/** Somebody met on a page, as author, addressee or signatory. */
export interface DirectoryPerson {
  readonly slug: string;
  readonly name: string;
  /** Every way the pages write the name. */
  readonly spellings: readonly string[];
  /** Titles under which questions were addressed to the person, in the order in which they were first seen. */
  readonly offices: readonly OfficeSummary[];
  /** Parties as whose member the person asked questions, by spelling. */
  readonly parties: readonly PartySeen[];
}

/** A party somebody was of, as far as lists tell; the days are those of the questions. */
export interface PartySeen {
  readonly party: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
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
          .select({ id: persons.id, slug: persons.slug, name: persons.name, spellings })
          .from(persons)
          .where(eq(persons.parliament, parliament))
          .orderBy(bySlug);
        const offices = await readOffices(db, { parliament, governments });
        const parties = Map.groupBy(await readParties(db, parliament), ({ personId }) => personId);
        const told = people.map(({ id, ...person }): DirectoryPerson => {
          const theirs = (parties.get(id) ?? []).map(({ personId: _, ...party }) => party);
          return { ...person, offices: offices.get(id) ?? [], parties: theirs };
        });
        return { persons: told, governments: governments.all };
      }),
  };
}

/** The index of questions for figures answers this alone. */
function readParties(db: Database, parliament: string) {
  return selectRows<PartySeen & { readonly personId: number }>(
    db,
    sql`
      select asked_by_id as "personId", asked_by_party as party, min(tabled_on) as "firstSeenOn",
        max(tabled_on) as "lastSeenOn", count(*)::int as questions
      from questions
      where parliament = ${parliament} and asked_by_party is not null
      group by asked_by_id, asked_by_party
      order by asked_by_id, asked_by_party collate "C"`,
  );
}
