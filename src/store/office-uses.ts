import { type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Government, Governments } from "../domain/offices/governments.ts";

/** The questions addressed under a title while the same government governed. */
export interface OfficeUse {
  /** Place of the stretch of time in `Governments.stretches`. */
  readonly stretch: number;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

/**
 * A query for the uses of the offices that `officeIds` selects, as columns `office_id`, `stretch`, `first_seen_on`,
 * `last_seen_on`, `questions`; the index of questions by office answers it alone.
 */
export function officeUses(parliament: string, { stretches }: Governments, officeIds: SQL): SQL {
  const turns = stretches.flatMap(({ from }) => from ?? []);
  return sql`
    select office_id, width_bucket(tabled_on, ${sql.param(turns)}::date[]) as stretch,
      min(tabled_on) as first_seen_on, max(tabled_on) as last_seen_on, count(*)::int as questions
    from questions
    where parliament = ${parliament} and office_id in (${officeIds})
    group by office_id, stretch`;
}

/** What readers are told of a government beside other things. */
export type GovernmentName = Pick<Government, "slug" | "name">;

/** The government of a use; null where it is not known which one it was. */
export function governmentOf(use: OfficeUse, { stretches }: Governments): Government | null {
  return stretches[use.stretch]?.government ?? null;
}

/** The same, as readers are told it. */
export function governmentNameOf(use: OfficeUse, governments: Governments): GovernmentName | null {
  const government = governmentOf(use, governments);
  return government && { slug: government.slug, name: government.name };
}
