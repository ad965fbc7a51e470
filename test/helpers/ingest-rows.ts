import type { PageStatus } from "../../src/domain/page-status.ts";
import type { Database } from "../../src/store/database.ts";
import { ingestRuns, sourcePages } from "../../src/store/schema/index.ts";
import { PARLIAMENT } from "./page-stores.ts";

type RunRow = typeof ingestRuns.$inferInsert;
type PageRow = typeof sourcePages.$inferInsert;

/** Notes runs as they are given, in their order; gives their numbers. */
export async function insertRuns(
  db: Database,
  runs: readonly (Partial<RunRow> & Pick<RunRow, "startedAt">)[],
): Promise<number[]> {
  const rows = await db
    .insert(ingestRuns)
    .values(runs.map((run) => ({ parliament: PARLIAMENT, kind: "round" as const, ...run })))
    .returning({ id: ingestRuns.id });
  return rows.map(({ id }) => id);
}

/** A run that ended a minute after it began. */
export function anEndedRun(startedAt: string, run: Partial<RunRow> = {}): RunRow & { startedAt: Date } {
  const begun = new Date(startedAt);
  const finishedAt = new Date(begun.getTime() + 60_000);
  return { parliament: PARLIAMENT, kind: "round", outcome: "finished", finishedAt, ...run, startedAt: begun };
}

/** Fills the ledger: what each id is known to be, with anything else worth telling. */
export async function insertPages(
  db: Database,
  pages: readonly (readonly [sourceNumber: number, status: PageStatus, rest?: Partial<PageRow>])[],
): Promise<void> {
  await db.insert(sourcePages).values(
    pages.map(([sourceNumber, status, rest]) => ({
      parliament: PARLIAMENT,
      sourceNumber,
      status,
      looks: 1,
      ...rest,
    })),
  );
}
