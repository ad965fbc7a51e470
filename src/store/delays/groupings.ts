import { and, eq, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { slugOf } from "../../domain/folded-text.ts";
import type { Database } from "../database.ts";
import { officePortfolios, persons, portfolios, questions } from "../schema/index.ts";

/** What questions are put together by. `portfolio`: a question is in each portfolio of the office it was put to. */
export type DelayGrouping = "minister" | "party" | "portfolio" | "session" | "month";

export interface GroupName {
  readonly key: string;
  readonly label: string;
}

type Stored = number | string | null;

interface Grouping {
  /** What the database groups by. */
  readonly stored: PgColumn | SQL;
  /** Reads what is needed to tell the groups a stored value belongs to; none of them where it is not known. */
  readonly naming: (db: Database, parliament: string) => Promise<(stored: Stored) => readonly GroupName[]>;
  /** For questions of no group. */
  readonly unknown: GroupName;
}

const UNKNOWN: GroupName = { key: "unknown", label: "Inconnu" };

export const GROUPINGS: Readonly<Record<DelayGrouping | "none", Grouping>> = {
  none: {
    stored: sql`null::text`,
    naming: async () => () => [{ key: "all", label: "Toutes les questions" }],
    unknown: UNKNOWN,
  },
  minister: { stored: questions.addressedToId, naming: nameMinisters, unknown: UNKNOWN },
  party: {
    stored: questions.askedByParty,
    naming: async () => (party) => (party === null ? [] : [{ key: slugOf(String(party)), label: String(party) }]),
    unknown: { key: UNKNOWN.key, label: "Groupe inconnu" },
  },
  portfolio: { stored: questions.officeId, naming: namePortfolios, unknown: UNKNOWN },
  session: { stored: questions.session, naming: async () => nameItself, unknown: UNKNOWN },
  month: {
    stored: sql`to_char(${questions.tabledOn}, 'YYYY-MM')`,
    naming: async () => nameItself,
    unknown: UNKNOWN,
  },
};

function nameItself(stored: Stored): GroupName[] {
  return stored === null ? [] : [{ key: String(stored), label: String(stored) }];
}

async function nameMinisters(db: Database, parliament: string) {
  const rows = await db
    .select({ id: persons.id, key: persons.slug, label: persons.name })
    .from(persons)
    .where(eq(persons.parliament, parliament));
  const byId = Map.groupBy(rows, ({ id }): Stored => id);
  return (id: Stored) => byId.get(id) ?? [];
}

async function namePortfolios(db: Database, parliament: string) {
  const areTheirs = and(
    eq(portfolios.parliament, officePortfolios.parliament),
    eq(portfolios.id, officePortfolios.portfolioId),
  );
  const rows = await db
    .select({ officeId: officePortfolios.officeId, key: portfolios.slug, label: portfolios.name })
    .from(officePortfolios)
    .innerJoin(portfolios, areTheirs)
    .where(eq(officePortfolios.parliament, parliament));
  const byOffice = Map.groupBy(rows, ({ officeId }): Stored => officeId);
  return (officeId: Stored) => byOffice.get(officeId) ?? [];
}
