import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { identity, instant, parliament } from "./columns.ts";

/** `samples`: the fictional pages a first start shows; they go with the first real page. */
export type RunKind = "import" | "samples";

/** Each time pages were taken in, with what came of it. */
export const ingestRuns = pgTable(
  "ingest_runs",
  {
    parliament: parliament(),
    id: identity(),
    kind: text("kind").$type<RunKind>().notNull(),
    startedAt: instant("started_at").notNull(),
    /** Null while it runs, and for good where the process was killed. */
    finishedAt: instant("finished_at"),
    seen: integer("seen").notNull().default(0),
    new: integer("new").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    refused: integer("refused").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "ingest_runs_pkey", columns: [t.parliament, t.id] }),
    index("ingest_runs_by_start").on(t.parliament, t.startedAt, t.id),
    check("ingest_runs_kind_known", sql`${t.kind} in ('import', 'samples')`),
  ],
);
