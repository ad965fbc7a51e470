import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { refusals } from "../schema/index.ts";
import type { Outcome, TakenPage } from "./taken-page.ts";

/** What came of a page, and the snapshot it is kept in. */
export interface JudgedSnapshot {
  readonly snapshotId: number;
  readonly page: TakenPage;
  readonly outcome: Outcome;
}

/**
 * Notes why snapshots were not taken over, and forgets it of those that now are. Where a batch holds the same bytes
 * twice the last word counts.
 */
export async function noteRefusals(
  tx: Database,
  parliament: string,
  judged: readonly JudgedSnapshot[],
  refusedAt: Date,
): Promise<void> {
  const last = new Map(judged.map((snapshot) => [snapshot.snapshotId, snapshot]));
  const accepted: number[] = [];
  const refused: (typeof refusals.$inferInsert)[] = [];
  for (const { snapshotId, page, outcome } of last.values()) {
    if (!("message" in outcome)) {
      accepted.push(snapshotId);
      continue;
    }
    const code = outcome.outcome === "poorer" ? "poorer_page" : outcome.code;
    const { message } = outcome;
    refused.push({ parliament, snapshotId, code, message, parserVersion: page.parserVersion, refusedAt });
  }
  await forgetRefusals(tx, parliament, accepted);
  await insertRows(tx, refusals, refused, {
    onConflict: sql`on constraint refusals_snapshot_key do update set
      code = excluded.code, message = excluded.message,
      parser_version = excluded.parser_version, refused_at = excluded.refused_at`,
  });
}

async function forgetRefusals(
  tx: Database,
  parliament: string,
  snapshotIds: readonly number[],
): Promise<void> {
  if (snapshotIds.length === 0) return;
  await tx.execute(sql`
    delete from refusals
    where parliament = ${parliament} and snapshot_id = any(${sql.param(snapshotIds)}::bigint[])`);
}
