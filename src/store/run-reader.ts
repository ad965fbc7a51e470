import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import {
  ingestRuns,
  type RecomputationNote,
  type RunKind,
  type RunOutcome,
  snapshots,
} from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";

/** A run, as it stands. */
export interface StoredRun {
  readonly id: number;
  readonly kind: RunKind;
  readonly startedAt: Date;
  /** Null while it runs. */
  readonly finishedAt: Date | null;
  /** Null while it runs. */
  readonly outcome: RunOutcome | null;
  /** What broke it, as a stable word and a French sentence; null otherwise. */
  readonly reason: string | null;
  readonly message: string | null;
  /** The page that shows what broke it; null where there is none, or none with an address. */
  readonly evidence: { readonly sourceId: string; readonly sha256: string } | null;
  /** The ids a backfill was asked for; null for other runs. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly counts: RunTally;
  /** Requests sent to the site. */
  readonly requests: number;
  /** Of a recomputation that ended; null otherwise. */
  readonly recomputation: RecomputationNote | null;
}

/** Pages of a run by what came of them. */
export interface RunTally {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly otherKinds: number;
  readonly absent: number;
  readonly failed: number;
}

/** Which runs to list: the newest, or those that came before the run `before`. */
export interface RunPageRequest {
  readonly before: number | null;
  readonly limit: number;
}

export interface RunPage {
  readonly items: readonly StoredRun[];
  /** What the next page comes before; null on the last page. */
  readonly next: number | null;
}

/** Looks up when pages of one parliament were taken in. */
export interface RunReader {
  /** Newest first. */
  listRuns(page: RunPageRequest): Promise<RunPage>;
  /** When a run last started or ended; null where there was none. */
  findNewestInstant(): Promise<Date | null>;
}

const tally = {
  seen: ingestRuns.seen,
  new: ingestRuns.new,
  changed: ingestRuns.changed,
  unchanged: ingestRuns.unchanged,
  refused: ingestRuns.refused,
  otherKinds: ingestRuns.otherKinds,
  absent: ingestRuns.absent,
  failed: ingestRuns.failed,
};

const columns = {
  id: ingestRuns.id,
  kind: ingestRuns.kind,
  startedAt: ingestRuns.startedAt,
  finishedAt: ingestRuns.finishedAt,
  outcome: ingestRuns.outcome,
  reason: ingestRuns.reason,
  message: ingestRuns.message,
  requests: ingestRuns.requests,
  recomputation: ingestRuns.recomputation,
  from: ingestRuns.fromNumber,
  to: ingestRuns.toNumber,
  sourceId: snapshots.sourceId,
  sha256: snapshots.sha256,
  counts: tally,
};

export function createRunReader(db: Database, { parliament }: { readonly parliament: string }): RunReader {
  const isEvidence = and(
    eq(snapshots.parliament, ingestRuns.parliament),
    eq(snapshots.id, ingestRuns.evidenceId),
  );

  return {
    async listRuns({ before, limit }) {
      const isBefore = before === null ? undefined : lt(ingestRuns.id, before);
      const rows = await db
        .select(columns)
        .from(ingestRuns)
        .leftJoin(snapshots, isEvidence)
        .where(and(eq(ingestRuns.parliament, parliament), isBefore))
        .orderBy(desc(ingestRuns.id))
        .limit(limit + 1);
      const items = rows.slice(0, limit).map(({ from, to, sourceId, sha256, ...run }) => ({
        ...run,
        range: from === null || to === null ? null : { from, to },
        evidence: sourceId === null || sha256 === null ? null : { sourceId, sha256 },
      }));
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    async findNewestInstant() {
      const query = sql`
        select max(greatest(started_at, finished_at)) as newest from ingest_runs where parliament = ${parliament}`;
      const [row] = await selectRows<{ newest: Date | null }>(db, query);
      return row?.newest ?? null;
    },
  };
}
