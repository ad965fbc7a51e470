import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import type { KeptPage } from "./kept-pages.ts";

/** Notes by which parser pages, and the refusals of them, were last read. Under the write lock. */
export async function noteReader(
  tx: Database,
  parliament: string,
  pages: readonly KeptPage[],
  parserVersion: string,
): Promise<void> {
  const outdated = pages.filter((page) => page.parserVersion !== parserVersion);
  if (outdated.length === 0) return;
  const ids = sql.param([...new Set(outdated.map(({ snapshotId }) => snapshotId))]);
  await tx.execute(sql`
    update snapshots set parser_version = ${parserVersion}
    where parliament = ${parliament} and id = any(${ids}::bigint[])`);
  await tx.execute(sql`
    update refusals set parser_version = ${parserVersion}
    where parliament = ${parliament} and snapshot_id = any(${ids}::bigint[])`);
}

/** Forgets that pages of versions were refused: a parser between the two that read them did not understand them. */
export async function forgetMisreadings(
  tx: Database,
  parliament: string,
  pages: readonly KeptPage[],
): Promise<void> {
  await tx.execute(sql`
    delete from refusals
    where parliament = ${parliament} and code <> 'poorer_page'
      and snapshot_id = any(${sql.param(pages.map(({ snapshotId }) => snapshotId))}::bigint[])`);
}
