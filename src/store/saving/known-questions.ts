import { type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { KnownVersion } from "../../domain/page-verdict.ts";
import type { ParseWarning } from "../../domain/parsed-question.ts";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import type { ReadPage } from "./read-page.ts";

/** A question as the database holds it, with all its versions. */
export interface KnownQuestion {
  readonly id: number;
  readonly sourceId: string;
  readonly announcedItems: number | null;
  readonly warnings: readonly ParseWarning[];
  readonly firstReplyOn: CalendarDate | null;
  readonly fetchedAt: Date;
  /** The present one last, which is the revision of that number. */
  readonly versions: readonly KnownVersion[];
}

type VersionRow = Omit<KnownQuestion, "versions"> & {
  readonly sha256: string;
  readonly content: QuestionContent;
};

/**
 * Every question that some page may be of, by number of ours: those of the same source id, those the page may be the
 * same as without telling its id, and those once read from the same bytes.
 *
 * Each `offset 0` keeps the planner from turning a look-up by key into a join: where tables have grown since statistics
 * were last taken (a long import; PGlite, which takes none by itself) it believes them small, and reads them whole.
 */
export async function findKnownQuestions(
  tx: Database,
  parliament: string,
  pages: readonly ReadPage[],
): Promise<KnownQuestion[]> {
  const rows = await selectRows<VersionRow>(
    tx,
    sql`
      select q.*, s.sha256, r.content
      from (${candidates(parliament, pages)}) as c
      cross join lateral (
        select id, source_id as "sourceId", announced_items as "announcedItems", warnings,
          first_reply_on as "firstReplyOn", fetched_at as "fetchedAt"
        from questions
        where parliament = ${parliament} and id = c.id
        offset 0
      ) as q
      cross join lateral (
        select revision, snapshot_id, content from question_revisions
        where parliament = ${parliament} and question_id = c.id
        offset 0
      ) as r
      cross join lateral (
        select sha256 from snapshots where parliament = ${parliament} and id = r.snapshot_id offset 0
      ) as s
      order by q.id, r.revision`,
  );
  return [...Map.groupBy(rows, (row) => row.id).values()].map((versions) => ({
    ...versions[0]!,
    versions: versions.map(({ sha256, content }) => ({ sha256, content })),
  }));
}

function candidates(parliament: string, pages: readonly ReadPage[]): SQL {
  const column = <T>(valueOf: (page: ReadPage) => T) => sql.param(pages.map(valueOf));
  const lone = pages.filter(({ sourceId }) => sourceId === null);
  return sql`
    select q.id
    from unnest(${column(({ sourceId }) => sourceId)}::text[]) as p (source_id)
    cross join lateral (
      select id from questions where parliament = ${parliament} and source_id = p.source_id offset 0
    ) as q
    union
    select k.id
    from unnest(${column(({ sourceId }) => sourceId)}::text[],
      ${column(({ question }) => question.officialNumber)}::integer[],
      ${column(({ question }) => question.tabledOn)}::date[]
    ) as p (source_id, official_number, tabled_on)
    cross join lateral (
      select id from questions
      where parliament = ${parliament} and official_number = p.official_number and tabled_on = p.tabled_on
        and (p.source_id is null or source_id like 'ref-%')
      offset 0
    ) as k
    union
    select v.question_id
    from unnest(${sql.param(lone.map(({ sha256 }) => sha256))}::text[]) as p (sha256)
    cross join lateral (
      select id from snapshots where parliament = ${parliament} and sha256 = p.sha256 offset 0
    ) as b
    cross join lateral (
      select question_id from question_revisions
      where parliament = ${parliament} and snapshot_id = b.id
      offset 0
    ) as v`;
}
