import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import { lockWrites } from "../write-lock.ts";
import type { LoosePage } from "./kept-pages.ts";
import type { LooseVerdict } from "./loose-verdicts.ts";
import { noteReader } from "./note-reader.ts";
import { noteRefusals } from "./refusals.ts";
import type { ReplayContext } from "./save-replays.ts";

/** Notes what was found of pages that stay aside, save for those somebody else read or took over since. */
export async function noteLoosePages(
  tx: Database,
  verdicts: readonly Extract<LooseVerdict, { verdict: "noted" }>[],
  { parliament, now, parserVersion }: ReplayContext,
): Promise<void> {
  const isNews = verdicts.some(
    ({ page, outcome }) => outcome !== null || page.parserVersion !== parserVersion,
  );
  if (!isNews) return;
  await lockWrites(tx, parliament);
  const loose = await findStillLoose(
    tx,
    parliament,
    verdicts.map(({ page }) => page),
  );
  const unmoved = verdicts.filter(({ page }) => loose.has(page.snapshotId));
  await noteReader(
    tx,
    parliament,
    unmoved.map(({ page }) => page),
    parserVersion,
  );
  const judged = unmoved.flatMap(({ page, taken, outcome }) =>
    outcome === null ? [] : [{ snapshotId: page.snapshotId, page: taken, outcome }],
  );
  await noteRefusals(tx, parliament, judged, now());
}

async function findStillLoose(
  tx: Database,
  parliament: string,
  pages: readonly LoosePage[],
): Promise<ReadonlySet<number>> {
  const rows = await selectRows<{ id: number }>(
    tx,
    sql`
      select s.id
      from unnest(${sql.param(pages.map(({ snapshotId }) => snapshotId))}::bigint[],
        ${sql.param(pages.map((page) => page.parserVersion))}::text[]
      ) as p (id, parser_version)
      cross join lateral (
        select id from snapshots
        where parliament = ${parliament} and id = p.id and parser_version = p.parser_version
        offset 0
      ) as s
      where not exists (
        select from question_revisions where parliament = ${parliament} and snapshot_id = s.id offset 0
      )`,
  );
  return new Set(rows.map(({ id }) => id));
}
