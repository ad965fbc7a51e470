import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { identity, instant, parliament, reference } from "./columns.ts";
import { snapshots } from "./snapshots.ts";

/**
 * `round`, `nightly`, `backfill`: pages asked of the site. `reparse`: pages kept, read again. `recompute`: what
 * is derived from questions, derived again. `import`: files.
 * `samples`: the fictional pages a first start shows; they go with the first real page.
 */
export type RunKind = "import" | "samples" | "round" | "nightly" | "backfill" | "reparse" | "recompute";

/** What a recomputation rested on, and what it changed. */
export interface RecomputationNote {
  /** Of the rules and reference data (`store/reference`). */
  readonly fingerprint: string;
  /** The answer rules it went by. */
  readonly answerRules: readonly { readonly id: string; readonly verified: boolean }[];
  /** In how many questions each field changed; without those where it did in none. */
  readonly changed: Readonly<Record<string, number>>;
}

/**
 * `finished`: all there was to do. `stopped`: told to stop, or out of time, after the page in hand. `broken`: the site
 * does not show what it should, `reason` says how. `interrupted`: the process was killed.
 */
export type RunOutcome = "finished" | "stopped" | "broken" | "interrupted";

/** Each time pages were taken in, with what came of it. */
export const ingestRuns = pgTable(
  "ingest_runs",
  {
    parliament: parliament(),
    id: identity(),
    kind: text("kind").$type<RunKind>().notNull(),
    startedAt: instant("started_at").notNull(),
    /** Null while it runs, and where an import was killed; a round that was killed is closed by the next one. */
    finishedAt: instant("finished_at"),
    /** Null while it runs. */
    outcome: text("outcome").$type<RunOutcome>(),
    /** What broke it, as a stable word and a French sentence; null otherwise. */
    reason: text("reason"),
    message: text("message"),
    /** The page that shows what broke it, where there is one. */
    evidenceId: reference("evidence_id"),
    /** The ids a backfill was asked for; null for other runs. */
    fromNumber: integer("from_number"),
    toNumber: integer("to_number"),
    seen: integer("seen").notNull().default(0),
    new: integer("new").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    otherKinds: integer("other_kinds").notNull().default(0),
    absent: integer("absent").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Requests sent to the site, redirects and second tries among them. */
    requests: bigint("requests", { mode: "number" }).notNull().default(0),
    /** Of a recomputation that ended; null otherwise. */
    recomputation: jsonb("recomputation").$type<RecomputationNote>(),
  },
  (t) => [
    primaryKey({ name: "ingest_runs_pkey", columns: [t.parliament, t.id] }),
    foreignKey({
      name: "ingest_runs_evidence_fkey",
      columns: [t.parliament, t.evidenceId],
      foreignColumns: [snapshots.parliament, snapshots.id],
    }),
    index("ingest_runs_by_start").on(t.parliament, t.startedAt, t.id),
    check(
      "ingest_runs_kind_known",
      sql`${t.kind} in ('import', 'samples', 'round', 'nightly', 'backfill', 'reparse', 'recompute')`,
    ),
    check("ingest_runs_outcome_known", sql`${t.outcome} in ('finished', 'stopped', 'broken', 'interrupted')`),
  ],
);

/** What all that is derived from the questions of a parliament rests on. */
export const derivationStates = pgTable(
  "derivation_states",
  {
    parliament: parliament(),
    /** Of the rules and reference data by which every question was derived last (`store/reference`). */
    fingerprint: text("fingerprint").notNull(),
    derivedAt: instant("derived_at").notNull(),
  },
  (t) => [primaryKey({ name: "derivation_states_pkey", columns: [t.parliament] })],
);
