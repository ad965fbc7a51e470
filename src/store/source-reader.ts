import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { selectRows } from "./select-rows.ts";

/**
 * Whether the site shows what it should. `broken`: the last run that asked it for pages said no; `unknown`: none ever
 * did. A run that was killed says nothing either way.
 */
export interface SourceHealth {
  readonly state: "ok" | "broken" | "unknown";
  /** The end of the run that first found it so; null where it is unknown. */
  readonly since: Date | null;
  /** What the last run found broken, as a stable word and a French sentence; null otherwise. */
  readonly reason: string | null;
  readonly message: string | null;
  /** Until when the site asked to be left alone; null where it did not, or that time is over. */
  readonly resumeAt: Date | null;
}

/** Tells how the site of one parliament is doing. */
export interface SourceReader {
  findHealth(now: Date): Promise<SourceHealth>;
}

export function createSourceReader(
  db: Database,
  { parliament }: { readonly parliament: string },
): SourceReader {
  return {
    async findHealth(now) {
      const [row] = await selectRows<HealthRow>(db, healthOf(parliament, now));
      const { broken, since, reason, message, resumeAt } = row!;
      if (broken === null) return { state: "unknown", since, reason, message, resumeAt };
      return broken
        ? { state: "broken", since, reason, message, resumeAt }
        : { state: "ok", since, reason: null, message: null, resumeAt };
    },
  };
}

interface HealthRow extends Omit<SourceHealth, "state"> {
  /** Null where no run asked the site. */
  readonly broken: boolean | null;
}

const healthOf = (parliament: string, now: Date) => sql`
  with ended as (
    select id, outcome = 'broken' as broken, reason, message, finished_at
    from ingest_runs
    where parliament = ${parliament} and kind in ('round', 'nightly', 'backfill')
      and finished_at is not null and (outcome in ('finished', 'broken') or (outcome = 'stopped' and new + changed + unchanged > 0))
  ),
  last as (select * from ended order by finished_at desc, id desc limit 1),
  turn as materialized (
    select max(finished_at) as at from ended where broken <> (select broken from last)
  )
  select
    last.broken, last.reason, last.message,
    (
      select coalesce(min(ended.finished_at), last.finished_at)
      from ended
      where ended.broken = last.broken and ended.finished_at > coalesce((select at from turn), '-infinity')
    ) as since,
    (
      select resume_at from source_states
      where parliament = ${parliament} and resume_at > ${now.toISOString()}::timestamptz
    ) as "resumeAt"
  from (values (true)) as always left join last on true`;
