import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import type { RefusalReason } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import type { Reading, TakenPage } from "./taken-page.ts";

/** A page as it was kept. */
export interface KeptPage {
  readonly snapshotId: number;
  readonly sourceId: string | null;
  readonly sha256: string;
  readonly location: string;
  /** HTTP status; null for a file. */
  readonly status: number | null;
  readonly contentType: string | null;
  readonly byteLength: number;
  /** The bytes, gzip-compressed. */
  readonly content: Uint8Array;
  readonly lastFetchedAt: Date;
  /** The parser that last read it. */
  readonly parserVersion: string;
}

/** A kept page that made no version of a question. */
export interface LoosePage extends KeptPage {
  /** Why it was not taken over; null where it said what was known already. */
  readonly refusal: { readonly code: RefusalReason; readonly message: string } | null;
}

/** Which pages or questions come next: those after an id, so many of them. */
export interface Stretch {
  readonly after: number;
  readonly limit: number;
  /** Those this parser read last are left out; null: none are. */
  readonly unlessReadBy: string | null;
}

const COLUMNS = sql.raw(`
  s.id as "snapshotId", s.source_id as "sourceId", s.sha256, s.location, s.status, s.content_type as "contentType",
  s.byte_length as "byteLength", s.content, s.last_fetched_at as "lastFetchedAt",
  s.parser_version as "parserVersion"`);

/** How many pages are to be read. */
export async function countKeptPages(
  db: Database,
  parliament: string,
  unlessReadBy: string | null,
): Promise<number> {
  const [row] = await selectRows<{ count: number }>(
    db,
    sql`
      select count(*) as count from snapshots
      where parliament = ${parliament} and parser_version is distinct from ${unlessReadBy}::text`,
  );
  return row?.count ?? 0;
}

/** Pages by number. */
export async function findKeptPages(
  db: Database,
  parliament: string,
  snapshotIds: readonly number[],
): Promise<Map<number, KeptPage>> {
  const pages = await selectRows<KeptPage>(
    db,
    sql`
      select ${COLUMNS} from snapshots s
      where s.parliament = ${parliament} and s.id = any(${sql.param(snapshotIds)}::bigint[])`,
  );
  return new Map(pages.map((page) => [page.snapshotId, page]));
}

/** The next pages that made no version, by number. Look-ups by key, see `findKnownQuestions`. */
export async function listLoosePages(
  db: Database,
  parliament: string,
  { after, limit, unlessReadBy }: Stretch,
): Promise<LoosePage[]> {
  const rows = await selectRows<KeptPage & { code: RefusalReason | null; message: string | null }>(
    db,
    sql`
      select ${COLUMNS}, r.code, r.message
      from snapshots s
      left join lateral (
        select code, message from refusals where parliament = ${parliament} and snapshot_id = s.id offset 0
      ) as r on true
      where s.parliament = ${parliament} and s.id > ${after}
        and s.parser_version is distinct from ${unlessReadBy}::text
        and not exists (
          select from question_revisions where parliament = ${parliament} and snapshot_id = s.id offset 0
        )
      order by s.id
      limit ${limit}`,
  );
  return rows.map(({ code, message, ...page }) => ({
    ...page,
    refusal: code === null ? null : { code, message: message ?? "" },
  }));
}

/** A kept page as it would come as a file now: nobody knows any more when the site showed it. */
export function takenAgain(page: KeptPage, reading: Reading, parserVersion: string): TakenPage {
  const { sourceId, sha256, location, status, contentType, byteLength, content } = page;
  return {
    snapshot: {
      sourceId,
      sha256,
      location,
      status,
      contentType,
      byteLength,
      content,
      fetchedAt: page.lastFetchedAt,
    },
    parserVersion,
    origin: "file",
    validators: null,
    reading,
  };
}
