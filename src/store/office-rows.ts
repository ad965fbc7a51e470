import { sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import {
  type GovernmentName,
  governmentNameOf,
  governmentOf,
  type OfficeUse,
  officeUses,
} from "./office-uses.ts";
import { selectRows } from "./select-rows.ts";

/** A title somebody was addressed under; its days are those of the questions, not of a nomination. */
export interface OfficeSummary {
  readonly title: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
  /** The same, government by government, in the order of time. */
  readonly periods: readonly OfficePeriod[];
}

/** A title as it was seen while the same government governed. */
export interface OfficePeriod {
  /** Null on days where the sources leave open which one governed. */
  readonly government: GovernmentName | null;
  /** Of the person in that government; null where no source tells. */
  readonly party: string | null;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

interface OfficeScope {
  readonly parliament: string;
  readonly governments: Governments;
  /** Whose offices; of everybody where it is left out. */
  readonly personIds?: readonly number[] | undefined;
}

interface UseRow extends OfficeUse {
  readonly officeId: number;
  readonly personId: number;
  readonly personSlug: string;
  readonly title: string;
}

/**
 * Offices by person id, in the order in which they were first seen. An office that no question carries any more is
 * left out.
 */
export async function readOffices(db: Database, scope: OfficeScope): Promise<Map<number, OfficeSummary[]>> {
  const uses = await readUses(db, scope);
  const byPerson = new Map<number, OfficeSummary[]>();
  for (const theirs of Map.groupBy(uses, ({ officeId }) => officeId).values()) {
    const { personId } = theirs[0]!;
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), officeOf(theirs, scope.governments)]);
  }
  return byPerson;
}

/** Office by office, in the order in which they were first seen, and for each in the order of time. */
function readUses(db: Database, { parliament, governments, personIds }: OfficeScope): Promise<UseRow[]> {
  const areTheirs =
    personIds === undefined ? sql`` : sql`and person_id = any(${sql.param([...personIds])}::bigint[])`;
  const held = sql`select id from offices where parliament = ${parliament} ${areTheirs}`;
  return selectRows<UseRow>(
    db,
    sql`
      select offices.id as "officeId", persons.id as "personId", persons.slug as "personSlug", offices.title,
        stretch, first_seen_on as "firstSeenOn", last_seen_on as "lastSeenOn", questions
      from (${officeUses(parliament, governments, held)}) as uses
      join offices on offices.parliament = ${parliament} and offices.id = uses.office_id
      join persons on persons.parliament = ${parliament} and persons.id = offices.person_id
      order by min(first_seen_on) over (partition by offices.id), offices.id, stretch`,
  );
}

function officeOf(uses: readonly UseRow[], governments: Governments): OfficeSummary {
  return {
    title: uses[0]!.title,
    firstSeenOn: uses[0]!.firstSeenOn,
    lastSeenOn: uses.at(-1)!.lastSeenOn,
    questions: uses.reduce((sum, use) => sum + use.questions, 0),
    periods: uses.map((use) => periodOf(use, governments)),
  };
}

function periodOf(use: UseRow, governments: Governments): OfficePeriod {
  const { personSlug, firstSeenOn, lastSeenOn, questions } = use;
  const government = governmentOf(use, governments);
  return {
    government: governmentNameOf(use, governments),
    party: government && governments.partyIn(government, personSlug),
    firstSeenOn,
    lastSeenOn,
    questions,
  };
}
