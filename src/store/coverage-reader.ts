import { sql } from "drizzle-orm";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { countStatuses, listBacklog, type StatusCounts, type TierBacklog } from "./page-ledger-tally.ts";
import { type PublishedTotal, readPublishedTotals } from "./reference/read-published-totals.ts";
import { selectRows } from "./select-rows.ts";
import { listSessionPages, type SessionPages } from "./session-coverage.ts";

/** What is known of the site's ids, and what is missing. */
export interface Coverage {
  /** Ids by what they are known to be; `unseen`: between the lowest and the highest record, without an entry. */
  readonly totals: StatusCounts & { readonly unseen: number };
  /** The lowest and the highest id that shows a record of any kind; null without any. */
  readonly lowestNumber: number | null;
  readonly highestNumber: number | null;
  /** Of the ids between those two, the part known to be a question, another kind of record or nothing. */
  readonly explainedShare: number | null;
  readonly sessions: readonly SessionCoverage[];
  readonly backlog: readonly TierBacklog[];
}

export interface SessionCoverage extends SessionPages {
  /** Null where we know of none. */
  readonly publishedTotal: PublishedTotal | null;
  /** Our questions over the published total; null without one. */
  readonly share: number | null;
}

/** Tells how much of one parliament's site is known. */
export interface CoverageReader {
  findCoverage(now: Date): Promise<Coverage>;
}

export function createCoverageReader(
  database: Database,
  { parliament }: { readonly parliament: string },
): CoverageReader {
  const published = readPublishedTotals(parliament);

  const withTotal = (pages: SessionPages): SessionCoverage => {
    const publishedTotal = published.get(pages.session ?? "") ?? null;
    return {
      ...pages,
      publishedTotal,
      share: publishedTotal === null ? null : pages.question / publishedTotal.total,
    };
  };

  return {
    findCoverage: (now) =>
      atOneMoment(database, async (db) => {
        const { entries, explained, ...bounds } = await findSpan(db, parliament);
        const { lowestNumber, highestNumber } = bounds;
        const ids = lowestNumber === null || highestNumber === null ? 0 : highestNumber - lowestNumber + 1;
        return {
          totals: { ...(await countStatuses(db, parliament)), unseen: ids - entries },
          ...bounds,
          explainedShare: ids === 0 ? null : explained / ids,
          sessions: (await listSessionPages(db, parliament)).map(withTotal),
          backlog: await listBacklog(db, parliament, now),
        };
      }),
  };
}

interface Span extends Pick<Coverage, "lowestNumber" | "highestNumber"> {
  /** Ids between the two that the ledger has. */
  readonly entries: number;
  /** Those of them that are known to be a record or nothing. */
  readonly explained: number;
}

async function findSpan(db: Database, parliament: string): Promise<Span> {
  const [span] = await selectRows<Span>(
    db,
    sql`
      with records as (
        select min(source_number) as lowest, max(source_number) as highest
        from source_pages
        where parliament = ${parliament} and status in ('question', 'otherKind')
      )
      select lowest as "lowestNumber", highest as "highestNumber", count(source_number) as entries,
        count(*) filter (where status in ('question', 'otherKind', 'absent')) as explained
      from records
      left join source_pages on parliament = ${parliament} and source_number between lowest and highest
      group by lowest, highest`,
  );
  return span!;
}
