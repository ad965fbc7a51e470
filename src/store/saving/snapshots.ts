import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { snapshots } from "../schema/index.ts";
import type { TakenPage } from "./taken-page.ts";

/** Keeps the bytes of pages, or notes that they were met again; gives the number of each page's snapshot, in order. */
export async function keepSnapshots(
  tx: Database,
  parliament: string,
  pages: readonly TakenPage[],
): Promise<number[]> {
  const kept = await insertRows(tx, snapshots, [...snapshotRows(parliament, pages).values()], {
    onConflict: sql`on constraint snapshots_content_key do update set
      last_fetched_at = greatest(snapshots.last_fetched_at, excluded.last_fetched_at),
      parser_version = excluded.parser_version,
      content = coalesce(snapshots.content, excluded.content)`,
    returning: ["id", "sourceId", "sha256"],
  });
  const idOf = new Map(kept.map((row) => [keyOf(row), row.id]));
  return pages.map(({ snapshot }) => idOf.get(keyOf(snapshot))!);
}

/** One row for all pages of the same bytes: one statement cannot write a row twice. */
function snapshotRows(parliament: string, pages: readonly TakenPage[]) {
  const rows = new Map<string, typeof snapshots.$inferInsert>();
  for (const { snapshot, parserVersion } of pages) {
    const key = keyOf(snapshot);
    const first = rows.get(key) ?? {
      ...snapshot,
      parliament,
      lastFetchedAt: snapshot.fetchedAt,
      parserVersion,
    };
    const lastFetchedAt = later(first.lastFetchedAt, snapshot.fetchedAt);
    rows.set(key, { ...first, lastFetchedAt, parserVersion });
  }
  return rows;
}

const keyOf = ({ sourceId, sha256 }: { sourceId: string | null; sha256: string }) =>
  JSON.stringify([sourceId, sha256]);

/** Of two instants the later one. */
export const later = (one: Date, other: Date) => (one < other ? other : one);
