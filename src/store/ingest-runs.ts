import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { requireNothingReal } from "./samples.ts";
import {
  ingestRuns,
  type RecomputationNote,
  type RunKind,
  type RunOutcome,
  snapshots,
} from "./schema/index.ts";
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

/** What came of the ids a run looked at. */
export interface LookCounts extends RunCounts {
  readonly otherKinds: number;
  readonly absent: number;
  readonly failed: number;
  /** Requests sent, redirects and second tries among them. */
  readonly requests: number;
}

/** How a run ended. */
export interface RunEnd {
  readonly outcome: Exclude<RunOutcome, "interrupted">;
  /** What broke it, as a stable word and a French sentence; null where nothing did. */
  readonly reason?: string | null;
  readonly message?: string | null;
  /** The page that shows it. */
  readonly evidence?: { readonly sourceId: string; readonly sha256: string } | null;
  /** Of a recomputation. */
  readonly recomputation?: RecomputationNote;
}

/** Ids asked for, both ends included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Keeps account of each time pages are taken in. */
export interface IngestRuns {
  /** @throws {ConflictError} for `samples` where real questions are stored */
  start(kind: RunKind, range?: NumberRange): Promise<RunHandle>;
  /** Notes what a run came to so far, so that a run that is killed has its figures. */
  note(run: Pick<RunHandle, "id">, counts: RunCounts | LookCounts): Promise<void>;
  finish(run: Pick<RunHandle, "id">, counts: RunCounts | LookCounts, end?: RunEnd): Promise<void>;
  /** Closes runs of these kinds that did not end. To be called by who holds their lock: none is alive. */
  closeInterrupted(kinds: readonly RunKind[]): Promise<void>;
  /** The round that ended since a moment, whoever ran it; null where none did, or it was cut short. */
  findRoundSince(moment: Date, kind: "round" | "nightly"): Promise<{ readonly finishedAt: Date } | null>;
}

/** The columns rows are looked up and ordered by; texts and bytes would take longer than all of them. */
const LOOKED_UP = sql.raw(`
  questions (parliament, id, source_id, session, tabled_on, official_number, asked_by_id, addressed_to_id, office_id,
    state, answered_on, answer_due_on, asked_by_party, modified_at, title_words, title_vector, search_vector),
  answers (parliament, question_id, answered_by_id),
  question_revisions (parliament, question_id, revision, snapshot_id),
  snapshots (parliament, id, source_id, sha256),
  source_pages (parliament, source_number, status, due_at),
  persons, person_names, offices, vocabulary`);

/**
 * A run that stored so many questions may have changed what the planner should know. PGlite never looks by itself, and
 * would read whole tables for lists that an index answers.
 */
const MANY = 200;

export function createIngestRuns(
  db: Database,
  { parliament, now }: { readonly parliament: string; readonly now: () => Date },
): IngestRuns {
  const isRun = (id: number) => and(eq(ingestRuns.parliament, parliament), eq(ingestRuns.id, id));
  return {
    start: (kind, range) =>
      db.transaction(async (tx) => {
        if (kind === "samples") {
          await lockWrites(tx, parliament);
          await requireNothingReal(tx, parliament);
        }
        const startedAt = now();
        const [run] = await tx
          .insert(ingestRuns)
          .values({ parliament, kind, startedAt, fromNumber: range?.from, toNumber: range?.to })
          .returning({ id: ingestRuns.id });
        return { id: run!.id, kind, startedAt };
      }),

    async note({ id }, counts) {
      await db.update(ingestRuns).set(countsOf(counts)).where(isRun(id));
    },

    async finish({ id }, counts, { evidence, ...end } = { outcome: "finished" }) {
      const evidenceId = evidence ? await findEvidence(db, parliament, evidence) : null;
      const ended = { finishedAt: now(), ...end, evidenceId };
      await db
        .update(ingestRuns)
        .set({ ...countsOf(counts), ...ended })
        .where(isRun(id));
      // A recomputation may have made anew what nobody is told of, such as the words to search by.
      const touched = end.recomputation === undefined ? counts.new + counts.changed : counts.seen;
      if (touched >= MANY) await db.execute(sql`analyze ${LOOKED_UP}`);
    },

    async closeInterrupted(kinds) {
      await db
        .update(ingestRuns)
        .set({ finishedAt: now(), outcome: "interrupted" })
        .where(
          and(
            eq(ingestRuns.parliament, parliament),
            isNull(ingestRuns.finishedAt),
            inArray(ingestRuns.kind, [...kinds]),
          ),
        );
    },

    async findRoundSince(moment, kind) {
      const [run] = await db
        .select({ finishedAt: ingestRuns.finishedAt })
        .from(ingestRuns)
        .where(
          and(
            eq(ingestRuns.parliament, parliament),
            // An ordinary round does not what a nightly one would.
            inArray(ingestRuns.kind, kind === "nightly" ? ["nightly"] : ["round", "nightly"]),
            or(inArray(ingestRuns.outcome, ["finished", "broken"]), eq(ingestRuns.reason, "out_of_time")),
            gt(ingestRuns.finishedAt, moment),
          ),
        )
        .orderBy(desc(ingestRuns.id))
        .limit(1);
      return run?.finishedAt ? { finishedAt: run.finishedAt } : null;
    },
  };
}

/** The columns of counts; what a kind of run does not count stays 0. */
function countsOf({ seen, new: fresh, changed, unchanged, refused, ...looks }: RunCounts | LookCounts) {
  const counts = { seen, new: fresh, changed, unchanged, refused };
  if (!("requests" in looks)) return counts;
  const { otherKinds, absent, failed, requests } = looks;
  return { ...counts, otherKinds, absent, failed, requests };
}

async function findEvidence(
  db: Database,
  parliament: string,
  { sourceId, sha256 }: { readonly sourceId: string; readonly sha256: string },
): Promise<number | null> {
  const isIt = and(
    eq(snapshots.parliament, parliament),
    eq(snapshots.sourceId, sourceId),
    eq(snapshots.sha256, sha256),
  );
  const [row] = await db.select({ id: snapshots.id }).from(snapshots).where(isIt);
  return row?.id ?? null;
}
