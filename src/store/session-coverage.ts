import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type StatusCounts, statusColumns } from "./page-ledger-tally.ts";
import { selectRows } from "./select-rows.ts";

/** What is known of the ids of a session. */
export interface SessionPages extends StatusCounts {
  /** Null for ids below the first question, which no session can be told of. */
  readonly session: string | null;
  /** Lowest and highest id of its questions; null only where the session is. */
  readonly firstNumber: number | null;
  readonly lastNumber: number | null;
  /** Ids with an entry in the ledger. */
  readonly idsKnown: number;
}

/**
 * The ledger by session, the newest ids first. An id that is no question belongs to the session of the nearest question
 * below it: ids were given out in the order of time, so it is most likely of those days.
 */
export function listSessionPages(db: Database, parliament: string): Promise<SessionPages[]> {
  return selectRows<SessionPages>(
    db,
    sql`
      with pages as (
        select source_number, status, session
        from source_pages as p
        left join questions as q on q.parliament = p.parliament and q.source_id = p.source_number::text
        where p.parliament = ${parliament}
      ),
      stretches as (
        select *, count(session) over (order by source_number rows unbounded preceding) as stretch from pages
      ),
      placed as (
        select source_number, status, session is not null as "isQuestion",
          first_value(session) over (partition by stretch order by source_number rows unbounded preceding) as session
        from stretches
      )
      select session,
        min(source_number) filter (where "isQuestion") as "firstNumber",
        max(source_number) filter (where "isQuestion") as "lastNumber",
        count(*) as "idsKnown",
        ${statusColumns}
      from placed
      group by session
      order by "lastNumber" desc nulls last`,
  );
}
