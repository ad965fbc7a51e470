import { and, eq, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { slugOrSelf } from "../../domain/folded-text.ts";
import type { Database } from "../database.ts";
import { officePortfolios, persons, portfolios, questions } from "../schema/index.ts";
import type { StoredValue } from "./alike-questions.ts";

/**
 * What questions are put together by. `portfolio`: a question is in each portfolio of the office it was put
 * to.
 */
export type DelayGrouping = "minister" | "party" | "portfolio" | "session" | "month";

/** How a group is told to readers. */
export interface GroupName {
  readonly key: string;
  readonly label: string;
}

/** The groups of the questions that have a stored value in common; at least one. */
export type GroupNames = (stored: StoredValue) => readonly GroupName[];

interface Grouping {
  /** What the database groups by; of the index `questions_for_delays`. */
  readonly stored: PgColumn | SQL;
  /** Looks up how the groups are named. */
  readNames(db: Database, parliament: string): Promise<GroupNames>;
}

/** Where it is not known what group a question belongs to. */
export const UNKNOWN = "unknown";

const unknown: readonly GroupName[] = [{ key: UNKNOWN, label: "Inconnu" }];
const unknownParty: readonly GroupName[] = [{ key: UNKNOWN, label: "Groupe inconnu" }];

export const GROUPINGS: Readonly<Record<DelayGrouping, Grouping>> = {
  minister: { stored: questions.addressedToId, readNames: readMinisters },
  party: {
    stored: questions.askedByParty,
    readNames: async () => (party) =>
      party === null ? unknownParty : [{ key: slugOrSelf(String(party)), label: String(party) }],
  },
  portfolio: { stored: questions.officeId, readNames: readPortfolios },
  session: { stored: questions.session, readNames: async () => (session) => [namedByItself(session)] },
  month: {
    // Without a zone: `date_trunc` of a bare date would go through the one of the session.
    stored: sql`date_trunc('month', ${questions.tabledOn}::timestamp)::date`,
    readNames: async () => (firstDay) => [namedByItself(String(firstDay).slice(0, "YYYY-MM".length))],
  },
};

function namedByItself(stored: StoredValue): GroupName {
  return { key: String(stored), label: String(stored) };
}

async function readMinisters(db: Database, parliament: string): Promise<GroupNames> {
  const rows = await db
    .select({ stored: persons.id, key: persons.slug, label: persons.name })
    .from(persons)
    .where(eq(persons.parliament, parliament));
  return byStored(rows);
}

async function readPortfolios(db: Database, parliament: string): Promise<GroupNames> {
  const isHeld = and(
    eq(portfolios.parliament, officePortfolios.parliament),
    eq(portfolios.id, officePortfolios.portfolioId),
  );
  const rows = await db
    .select({ stored: officePortfolios.officeId, key: portfolios.slug, label: portfolios.name })
    .from(officePortfolios)
    .innerJoin(portfolios, isHeld)
    .where(eq(officePortfolios.parliament, parliament));
  return byStored(rows);
}

function byStored(rows: readonly (GroupName & { readonly stored: number })[]): GroupNames {
  const names = new Map<StoredValue, GroupName[]>();
  for (const { stored, key, label } of rows) {
    names.set(stored, [...(names.get(stored) ?? []), { key, label }]);
  }
  return (stored) => names.get(stored) ?? unknown;
}
