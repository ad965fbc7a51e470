import { eq, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { slugOrSelf } from "../../domain/folded-text.ts";
import type { Governments } from "../../domain/offices/governments.ts";
import type { Database } from "../database.ts";
import { heldWithoutTitle, readHoldings } from "../portfolio-holdings.ts";
import { persons, questions } from "../schema/index.ts";
import type { StoredValue } from "./alike-questions.ts";

/**
 * What questions can be put together by. `portfolio`: a question is in each portfolio of the office it was put to, or,
 * printed without a title, in each that its addressee held on that day.
 */
export const DELAY_GROUPINGS = ["minister", "party", "portfolio", "session", "month"] as const;

export type DelayGrouping = (typeof DELAY_GROUPINGS)[number];

/** How a group is told to readers. */
export interface GroupName {
  readonly key: string;
  readonly label: string;
}

/** The groups of the questions that have a stored value in common; at least one. */
export type GroupNames = (stored: StoredValue) => readonly GroupName[];

export interface Grouping {
  /** What the database groups by; of the index `questions_for_delays`. */
  readonly stored: PgColumn | SQL;
  readonly namesOf: GroupNames;
}

interface Scope {
  readonly parliament: string;
  readonly governments: Governments;
}

/** The key of the group where it is not known what group a question belongs to. */
export const UNKNOWN_GROUP = "unknown";

const unknown: readonly GroupName[] = [{ key: UNKNOWN_GROUP, label: "Inconnu" }];
const unknownParty: readonly GroupName[] = [{ key: UNKNOWN_GROUP, label: "Parti inconnu" }];

const GROUPINGS: Readonly<Record<DelayGrouping, (db: Database, scope: Scope) => Promise<Grouping>>> = {
  minister: byMinister,
  party: async () => ({
    stored: questions.askedByParty,
    namesOf: (party) =>
      party === null ? unknownParty : [{ key: slugOrSelf(String(party)), label: String(party) }],
  }),
  portfolio: byPortfolio,
  session: async () => ({ stored: questions.session, namesOf: (session) => [namedByItself(session)] }),
  month: async () => ({
    // Without a zone: `date_trunc` of a bare date would go through the one of the session.
    stored: sql`date_trunc('month', ${questions.tabledOn}::timestamp)::date`,
    namesOf: (firstDay) => [namedByItself(String(firstDay).slice(0, "YYYY-MM".length))],
  }),
};

/** Looks up how questions are put together, and how the groups are named. */
export const readGrouping = (db: Database, by: DelayGrouping, scope: Scope) => GROUPINGS[by](db, scope);

function namedByItself(stored: StoredValue): GroupName {
  return { key: String(stored), label: String(stored) };
}

async function byMinister(db: Database, { parliament }: Scope): Promise<Grouping> {
  const rows = await db
    .select({ id: persons.id, key: persons.slug, label: persons.name })
    .from(persons)
    .where(eq(persons.parliament, parliament));
  const names = new Map<StoredValue, GroupName>(rows.map(({ id, ...name }) => [id, name]));
  return { stored: questions.addressedToId, namesOf: (id) => [names.get(id) ?? unknown].flat() };
}

/** Stored is the id of the office or, without one, that of the minister and the place of the day: `12@3`. */
async function byPortfolio(db: Database, scope: Scope): Promise<Grouping> {
  const holdings = await readHoldings(db, scope);
  const ofOffice = Map.groupBy(holdings, ({ officeId }) => String(officeId));
  const untitled = heldWithoutTitle(holdings);
  return {
    stored: sql`coalesce(${questions.officeId}::text, ${questions.addressedToId} || '@' || ${untitled.place})`,
    namesOf(stored) {
      const [id = "", place] = String(stored).split("@");
      const held = place === undefined ? ofOffice.get(id) : untitled.find(Number(id), Number(place));
      const names = new Map(held?.map(({ slug, name }) => [slug, { key: slug, label: name }]));
      return names.size === 0 ? unknown : [...names.values()];
    },
  };
}
