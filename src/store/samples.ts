import { sql } from "drizzle-orm";
import { ConflictError } from "../errors.ts";
import type { Database } from "./database.ts";
import { selectRows } from "./select-rows.ts";

/** The fictional pages a first start shows. */
export interface Samples {
  /** Whether no page was ever kept, so that samples may be shown. */
  isEmpty(): Promise<boolean>;
  /** Whether what is stored is fiction: it is then all fiction. */
  present(): Promise<boolean>;
}

export function createSamples(db: Database, { parliament }: { readonly parliament: string }): Samples {
  return {
    isEmpty: async () => !(await hasPages(db, parliament)),
    present: () => hasSamples(db, parliament),
  };
}

/**
 * Lets samples in only where nothing else is. Asked under the write lock before a run of samples is noted and before
 * each of its batches, it keeps one thing true at all times: where a run of samples is noted, every question is fiction.
 * @throws {ConflictError} when real pages have come in the meantime
 */
export async function requireSamplesOnly(tx: Database, parliament: string): Promise<void> {
  if (!(await hasSamples(tx, parliament))) throw realPagesCame(parliament);
}

/** As `requireSamplesOnly`, for the run that comes before the first sample. */
export async function requireNothingReal(tx: Database, parliament: string): Promise<void> {
  if ((await hasPages(tx, parliament)) && !(await hasSamples(tx, parliament)))
    throw realPagesCame(parliament);
}

const realPagesCame = (parliament: string) =>
  new ConflictError("De vraies pages ont été importées entre-temps : les exemples ne sont plus chargés.", {
    parliament,
  });

/**
 * Makes room for the first real page, under the write lock. Fiction never mixes with real figures: where a run of
 * samples is noted, everything stored of the parliament goes, and the run with it; elsewhere nothing is touched.
 * Numbers are not given out again, so that no link or remembered event id leads to something else.
 */
export async function removeSamples(tx: Database, parliament: string): Promise<void> {
  if (!(await hasSamples(tx, parliament))) return;
  for (const table of CONTENT_TABLES) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where parliament = ${parliament}`);
  }
  await tx.execute(sql`delete from ingest_runs where parliament = ${parliament} and kind = 'samples'`);
}

/** Everything that comes of pages; who refers to another comes first. */
const CONTENT_TABLES = [
  "question_events",
  "question_revisions",
  "attachments",
  "answers",
  "question_aliases",
  "vocabulary",
  "refusals",
  "questions",
  "snapshots",
  "office_portfolios",
  "offices",
  "portfolios",
  "person_names",
  "persons",
] as const;

async function hasPages(db: Database, parliament: string): Promise<boolean> {
  return exists(db, sql`select from snapshots where parliament = ${parliament}`);
}

/** Whether what is stored is fiction. */
export async function hasSamples(db: Database, parliament: string): Promise<boolean> {
  return exists(db, sql`select from ingest_runs where parliament = ${parliament} and kind = 'samples'`);
}

async function exists(db: Database, query: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await selectRows<{ exists: boolean }>(db, sql`select exists (${query}) as exists`);
  return row?.exists === true;
}
