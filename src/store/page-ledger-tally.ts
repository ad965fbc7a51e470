import { sql } from "drizzle-orm";
import { type LookTier, TIER_RULES } from "../domain/look-tiers.ts";
import type { PageStatus } from "../domain/page-status.ts";
import type { Database } from "./database.ts";
import { selectRows } from "./select-rows.ts";

/** Ids of the site by what they are known to be. */
export type StatusCounts = Readonly<Record<PageStatus, number>>;

/** The pages of a tier that wait for their next look. */
export interface TierBacklog {
  readonly tier: LookTier;
  /** Days between two looks; 0 means every round. */
  readonly everyDays: number;
  readonly pages: number;
  /** Those whose next look is due by now. */
  readonly due: number;
  /** When the look that is due longest was due; null where none is. */
  readonly oldestDueAt: Date | null;
}

/** Columns of a query over `source_pages` that make `StatusCounts`. */
export const statusColumns = sql`
  count(*) filter (where status = 'question') as question,
  count(*) filter (where status = 'otherKind') as "otherKind",
  count(*) filter (where status = 'absent') as absent,
  count(*) filter (where status = 'refused') as refused,
  count(*) filter (where status = 'failed') as failed`;

/** What the ids of a parliament's site are known to be. */
export async function countStatuses(db: Database, parliament: string): Promise<StatusCounts> {
  const query = sql`select ${statusColumns} from source_pages where parliament = ${parliament}`;
  const [row] = await selectRows<StatusCounts>(db, query);
  return row!;
}

/** Every tier there is, in the order of the rules, with what is due in it. */
export async function listBacklog(db: Database, parliament: string, now: Date): Promise<TierBacklog[]> {
  const isDue = sql`due_at <= ${now.toISOString()}::timestamptz`;
  const rows = await selectRows<Omit<TierBacklog, "everyDays">>(
    db,
    sql`
      select tier, count(*) as pages, count(*) filter (where ${isDue}) as due,
        min(due_at) filter (where ${isDue}) as "oldestDueAt"
      from source_pages
      where parliament = ${parliament} and due_at is not null
      group by tier`,
  );
  const found = new Map(rows.map((row) => [row.tier, row]));
  return TIER_RULES.map(({ tier, everyDays }) => {
    const { pages = 0, due = 0, oldestDueAt = null } = found.get(tier) ?? {};
    return { tier, everyDays, pages, due, oldestDueAt };
  });
}
