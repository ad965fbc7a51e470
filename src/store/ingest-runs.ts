import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { requireNothingReal } from "./samples.ts";
import { ingestRuns, type RunKind } from "./schema/index.ts";
import { lockWrites } from "./write-lock.ts";

/** A run under way. */
export interface RunHandle {
  readonly id: number;
  readonly kind: RunKind;
  readonly startedAt: Date;
}

/** What came of the pages of a run. */
export interface RunCounts {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Keeps account of each time pages are taken in. */
export interface IngestRuns {
  /** @throws {ConflictError} for `samples` where real questions are stored */
  start(kind: RunKind): Promise<RunHandle>;
  finish(run: Pick<RunHandle, "id">, counts: RunCounts): Promise<void>;
}

/** The columns rows are looked up and ordered by; texts and bytes would take longer than all of them. */
const LOOKED_UP = sql.raw(`
  questions (parliament, id, source_id, session, tabled_on, official_number, asked_by_id, addressed_to_id, office_id,
    state, answered_on, modified_at),
  answers (parliament, question_id, answered_by_id),
  question_revisions (parliament, question_id, revision, snapshot_id),
  snapshots (parliament, id, source_id, sha256),
  persons, person_names, offices`);

/**
 * A run that stored so many questions may have changed what the planner should know. PGlite never looks by itself, and
 * would read whole tables for lists that an index answers.
 */
const MANY = 200;

export function createIngestRuns(
  db: Database,
  { parliament, now }: { readonly parliament: string; readonly now: () => Date },
): IngestRuns {
  return {
    start: (kind) =>
      db.transaction(async (tx) => {
        if (kind === "samples") {
          await lockWrites(tx, parliament);
          await requireNothingReal(tx, parliament);
        }
        const startedAt = now();
        const [run] = await tx
          .insert(ingestRuns)
          .values({ parliament, kind, startedAt })
          .returning({ id: ingestRuns.id });
        return { id: run!.id, kind, startedAt };
      }),

    async finish({ id }, { seen, new: fresh, changed, unchanged, refused }) {
      await db
        .update(ingestRuns)
        .set({ finishedAt: now(), seen, new: fresh, changed, unchanged, refused })
        .where(and(eq(ingestRuns.parliament, parliament), eq(ingestRuns.id, id)));
      if (fresh + changed >= MANY) await db.execute(sql`analyze ${LOOKED_UP}`);
    },
  };
}
