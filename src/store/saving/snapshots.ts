import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { snapshots } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import type { TakenPage } from "./taken-page.ts";

/**
 * Keeps the bytes of pages, or notes that they were met again; gives the number of each page's snapshot, in order.
 * Looked for first and then plainly inserted, which under the write lock is safe and twice as fast as an upsert.
 */
export async function keepSnapshots(
  tx: Database,
  parliament: string,
  pages: readonly TakenPage[],
): Promise<number[]> {
  const rows = snapshotRows(parliament, pages);
  const known = await noteMet(tx, parliament, [...rows.values()]);
  const idOf = new Map(known.map((row) => [keyOf(row), row.id]));
  const fresh = [...rows].filter(([key]) => !idOf.has(key)).map(([, row]) => row);
  const kept = await insertRows(tx, snapshots, fresh, { returning: ["id", "sourceId", "sha256"] });
  for (const row of kept) idOf.set(keyOf(row), row.id);
  return pages.map(({ snapshot }) => idOf.get(keyOf(snapshot))!);
}

/** Brings the rows of bytes met before up to date, and gives their numbers. */
async function noteMet(tx: Database, parliament: string, rows: readonly SnapshotRow[]) {
  const column = <T>(valueOf: (row: SnapshotRow) => T) => sql.param(rows.map(valueOf));
  return selectRows<{ id: number; sourceId: string | null; sha256: string }>(
    tx,
    sql`
      update snapshots set
        last_fetched_at = greatest(snapshots.last_fetched_at, met.last_fetched_at),
        parser_version = met.parser_version,
        content_type = coalesce(met.content_type, snapshots.content_type)
      from (
        select known.id, p.last_fetched_at, p.parser_version, p.content_type
        from unnest(${column(({ sourceId }) => sourceId)}::text[], ${column(({ sha256 }) => sha256)}::text[],
          ${column(({ lastFetchedAt }) => lastFetchedAt.toISOString())}::timestamptz[],
          ${column(({ parserVersion }) => parserVersion)}::text[],
          ${column(({ contentType }) => contentType)}::text[]
        ) as p (source_id, sha256, last_fetched_at, parser_version, content_type)
        cross join lateral (
          select id from snapshots
          where parliament = ${parliament} and sha256 = p.sha256 and source_id is not distinct from p.source_id
          offset 0
        ) as known
      ) as met
      where snapshots.parliament = ${parliament} and snapshots.id = met.id
      returning snapshots.id, snapshots.source_id as "sourceId", snapshots.sha256`,
  );
}

type SnapshotRow = ReturnType<typeof snapshotRow>;

const snapshotRow = (parliament: string, { snapshot, parserVersion }: TakenPage) => ({
  ...snapshot,
  parliament,
  lastFetchedAt: snapshot.fetchedAt,
  parserVersion,
});

/** One row for all pages of the same bytes. */
function snapshotRows(parliament: string, pages: readonly TakenPage[]): Map<string, SnapshotRow> {
  const rows = new Map<string, SnapshotRow>();
  for (const page of pages) {
    const row = snapshotRow(parliament, page);
    const first = rows.get(keyOf(row)) ?? row;
    const lastFetchedAt = later(first.lastFetchedAt, row.lastFetchedAt);
    rows.set(keyOf(row), { ...first, lastFetchedAt, parserVersion: row.parserVersion });
  }
  return rows;
}

const keyOf = ({ sourceId, sha256 }: { sourceId: string | null; sha256: string }) =>
  JSON.stringify([sourceId, sha256]);

/** Of two instants the later one. */
export const later = (one: Date, other: Date) => (one < other ? other : one);
