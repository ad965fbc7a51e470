import { type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { ParseWarning } from "../../domain/parsed-question.ts";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import { findKeptPages, type KeptPage, type Stretch } from "./kept-pages.ts";

/** A question as it is stored, with the pages its versions were read from. */
export interface KeptQuestion {
  readonly id: number;
  readonly sourceId: string;
  readonly announcedItems: number | null;
  readonly warnings: readonly ParseWarning[];
  readonly firstReplyOn: CalendarDate | null;
  readonly fetchedAt: Date;
  /** What it says now. */
  readonly content: QuestionContent;
  /** The page of each version, the present one last; a page that was read again is there again. */
  readonly pages: readonly KeptPage[];
  /** Whether a page under its id made no version and was not refused: it said the same, or a little more about itself. */
  readonly hasOtherPages: boolean;
}

type QuestionRow = Omit<KeptQuestion, "pages"> & { readonly snapshotIds: readonly number[] };

/** The next questions with a page to be read, by number. */
export function listKeptQuestions(
  db: Database,
  parliament: string,
  { after, limit, unlessReadBy }: Stretch,
): Promise<KeptQuestion[]> {
  const hasPageToRead =
    unlessReadBy === null
      ? sql`true`
      : sql`exists (
          select from question_revisions v
          cross join lateral (
            select parser_version from snapshots where parliament = ${parliament} and id = v.snapshot_id offset 0
          ) as s
          where v.parliament = ${parliament} and v.question_id = questions.id and s.parser_version <> ${unlessReadBy}
          offset 0
        )`;
  return findQuestions(db, parliament, sql`id > ${after} and ${hasPageToRead} order by id limit ${limit}`);
}

/** Questions by number, in its order. */
export function findKeptQuestions(
  db: Database,
  parliament: string,
  ids: readonly number[],
): Promise<KeptQuestion[]> {
  return findQuestions(db, parliament, sql`id = any(${sql.param(ids)}::bigint[]) order by id`);
}

/** Look-ups by key, see `findKnownQuestions`. */
async function findQuestions(db: Database, parliament: string, which: SQL): Promise<KeptQuestion[]> {
  const rows = await selectRows<QuestionRow>(
    db,
    sql`
      select q.id, q.source_id as "sourceId", q.announced_items as "announcedItems", q.warnings,
        q.first_reply_on as "firstReplyOn", q.fetched_at as "fetchedAt", present.content,
        history.snapshot_ids as "snapshotIds",
        exists (
          select from snapshots other
          where other.parliament = ${parliament} and other.source_id = q.source_id
            and other.id <> all(history.snapshot_ids)
            and not exists (
              select from refusals where parliament = ${parliament} and snapshot_id = other.id offset 0
            )
          offset 0
        ) as "hasOtherPages"
      from (
        select id, source_id, announced_items, warnings, first_reply_on, fetched_at, revision
        from questions
        where parliament = ${parliament} and ${which}
      ) as q
      cross join lateral (
        select content from question_revisions
        where parliament = ${parliament} and question_id = q.id and revision = q.revision
        offset 0
      ) as present
      cross join lateral (
        select array_agg(snapshot_id order by revision) as snapshot_ids from question_revisions
        where parliament = ${parliament} and question_id = q.id
        offset 0
      ) as history
      order by q.id`,
  );
  const pages = await findKeptPages(db, parliament, [...new Set(rows.flatMap((row) => row.snapshotIds))]);
  // Samples leave with the first real page, and their questions with them.
  const isThere = ({ snapshotIds }: QuestionRow) => snapshotIds.every((id) => pages.has(id));
  return rows.filter(isThere).map(({ snapshotIds, ...question }) => ({
    ...question,
    pages: snapshotIds.map((id) => pages.get(id)!),
  }));
}
