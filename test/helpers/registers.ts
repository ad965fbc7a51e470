import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { createCoverageReader } from "../../src/store/coverage-reader.ts";
import type { Database } from "../../src/store/database.ts";
import { createDelayReader } from "../../src/store/delay-reader.ts";
import { createEventReader } from "../../src/store/event-reader.ts";
import { createFiguresReader } from "../../src/store/figures-reader.ts";
import { createMinisterReader } from "../../src/store/minister-reader.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { createPersonReader } from "../../src/store/person-reader.ts";
import { createPortfolioReader } from "../../src/store/portfolio-reader.ts";
import { createQuestionReader } from "../../src/store/question-reader.ts";
import { createRevisionReader } from "../../src/store/revision-reader.ts";
import { createRunReader } from "../../src/store/run-reader.ts";
import { createSessionReader } from "../../src/store/session-reader.ts";
import { createSnapshotReader } from "../../src/store/snapshot-reader.ts";
import { createSourceReader } from "../../src/store/source-reader.ts";
import { PARLIAMENT } from "./page-stores.ts";
import { aPageOf } from "./taken-pages.ts";

/** A database with everything that reads it. */
export function readersOf(db: Database, parliament = PARLIAMENT) {
  return {
    questions: createQuestionReader(db, { parliament }),
    persons: createPersonReader(db, { parliament }),
    ministers: createMinisterReader(db, { parliament }),
    portfolios: createPortfolioReader(db, { parliament }),
    sessions: createSessionReader(db, { parliament }),
    revisions: createRevisionReader(db, { parliament }),
    snapshots: createSnapshotReader(db, { parliament }),
    events: createEventReader(db, { parliament }),
    runs: createRunReader(db, { parliament }),
    coverage: createCoverageReader(db, { parliament }),
    source: createSourceReader(db, { parliament }),
    figures: createFiguresReader(db, { parliament }),
    delays: createDelayReader(db, { parliament }),
  };
}

/** Stores questions as pages bring them, at `now`. */
export async function store(
  db: Database,
  questions: readonly ParsedQuestion[],
  { now = new Date("2014-03-02T09:30:00Z"), parliament = PARLIAMENT } = {},
): Promise<void> {
  await createPageStore(db, { parliament, now: () => now }).savePages(
    questions.map((question) => aPageOf(question)),
  );
}
