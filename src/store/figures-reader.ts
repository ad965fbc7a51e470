import { eq, sql } from "drizzle-orm";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { countStatuses, listBacklog, type StatusCounts, type TierBacklog } from "./page-ledger-tally.ts";
import { type QuestionCounts, tallyColumns } from "./question-tally.ts";
import type { RunTally } from "./run-reader.ts";
import { questions, type RunKind, type RunOutcome } from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";

/** Runs of one kind, and what came of their pages. */
export interface KindFigures extends RunTally {
  readonly kind: RunKind;
  /** Requests sent to the site. */
  readonly requests: number;
  /** Runs that have ended, by how. */
  readonly runs: Readonly<Record<RunOutcome, number>>;
  /** When the last run with the outcome `finished` ended; null where there is none. */
  readonly lastFinishedAt: Date | null;
}

/** What somebody who watches over the program wants to see move. */
export interface Figures {
  /** One for each kind of which there was a run. */
  readonly kinds: readonly KindFigures[];
  readonly pages: StatusCounts;
  readonly backlog: readonly TierBacklog[];
  readonly questions: QuestionCounts;
}

/** Counts what one parliament's ingestion came to. */
export interface FiguresReader {
  findFigures(now: Date): Promise<Figures>;
}

export function createFiguresReader(
  database: Database,
  { parliament }: { readonly parliament: string },
): FiguresReader {
  return {
    findFigures: (now) =>
      atOneMoment(database, async (db) => ({
        kinds: await listKinds(db, parliament),
        pages: await countStatuses(db, parliament),
        backlog: await listBacklog(db, parliament, now),
        questions: await countQuestions(db, parliament),
      })),
  };
}

type KindRow = Omit<KindFigures, "runs"> & Readonly<Record<RunOutcome, number>>;

async function listKinds(db: Database, parliament: string): Promise<KindFigures[]> {
  const rows = await selectRows<KindRow>(
    db,
    sql`
      select kind,
        count(*) filter (where outcome = 'finished') as finished,
        count(*) filter (where outcome = 'stopped') as stopped,
        count(*) filter (where outcome = 'broken') as broken,
        count(*) filter (where outcome = 'interrupted') as interrupted,
        max(finished_at) filter (where outcome = 'finished') as "lastFinishedAt",
        sum(requests)::float8 as requests,
        sum(seen) as seen, sum(new) as new, sum(changed) as changed, sum(unchanged) as unchanged,
        sum(refused) as refused, sum(other_kinds) as "otherKinds", sum(absent) as absent, sum(failed) as failed
      from ingest_runs
      where parliament = ${parliament}
      group by kind
      order by kind`,
  );
  return rows.map(({ finished, stopped, broken, interrupted, ...row }) => ({
    ...row,
    runs: { finished, stopped, broken, interrupted },
  }));
}

async function countQuestions(db: Database, parliament: string): Promise<QuestionCounts> {
  const [row] = await db
    .select(tallyColumns.questions)
    .from(questions)
    .where(eq(questions.parliament, parliament));
  return row!;
}
