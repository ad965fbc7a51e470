import { fileURLToPath } from "node:url";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { createAuthorReader } from "../../src/store/author-reader.ts";
import { createCoverageReader } from "../../src/store/coverage-reader.ts";
import type { Database } from "../../src/store/database.ts";
import { createDelayReader } from "../../src/store/delay-reader.ts";
import { createDirectoryReader } from "../../src/store/directory-reader.ts";
import { createDumpShelf } from "../../src/store/dump/dump-shelf.ts";
import { createEventReader } from "../../src/store/event-reader.ts";
import { createFeedReader } from "../../src/store/feed-reader.ts";
import { createFiguresReader } from "../../src/store/figures-reader.ts";
import { createMinisterReader } from "../../src/store/minister-reader.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { createPersonReader } from "../../src/store/person-reader.ts";
import { createPortfolioReader } from "../../src/store/portfolio-reader.ts";
import { createQuestionReader } from "../../src/store/question-reader.ts";
import { createQuestionWalk } from "../../src/store/question-walk.ts";
import { createRevisionReader } from "../../src/store/revision-reader.ts";
import { createRunReader } from "../../src/store/run-reader.ts";
import { createSearchReader } from "../../src/store/search/search-reader.ts";
import { createSessionReader } from "../../src/store/session-reader.ts";
import { createSnapshotReader } from "../../src/store/snapshot-reader.ts";
import { createSourceReader } from "../../src/store/source-reader.ts";
import { createTwinReader } from "../../src/store/twin-reader.ts";
import { PARLIAMENT } from "./page-stores.ts";
import { day } from "./questions.ts";
import { aPageOf } from "./taken-pages.ts";

/** For every parliament; those of `seeds/` may change. */
const SYNONYMS = [
  {
    forms: [
      { text: "CVF", isExpandedFrom: true },
      { text: "conseil des voies fluviales", isExpandedFrom: true },
    ],
  },
];

/** A folder in which no dump was ever written. */
const noDumps = createDumpShelf(fileURLToPath(new URL("no-dumps", import.meta.url)));

/** A database with everything that reads it. */
export function readersOf(db: Database, parliament = PARLIAMENT) {
  return {
    questions: createQuestionReader(db, { parliament }),
    twins: createTwinReader(db, { parliament }),
    walkQuestions: createQuestionWalk(db, { parliament }),
    persons: createPersonReader(db, { parliament }),
    directory: createDirectoryReader(db, { parliament }),
    ministers: createMinisterReader(db, { parliament }),
    authors: createAuthorReader(db, { parliament }),
    portfolios: createPortfolioReader(db, { parliament }),
    sessions: createSessionReader(db, { parliament }),
    search: createSearchReader(db, { parliament, synonyms: SYNONYMS }),
    revisions: createRevisionReader(db, { parliament }),
    snapshots: createSnapshotReader(db, { parliament }),
    events: createEventReader(db, { parliament }),
    feeds: createFeedReader(db, { parliament }),
    runs: createRunReader(db, { parliament }),
    coverage: createCoverageReader(db, { parliament }),
    source: createSourceReader(db, { parliament }),
    figures: createFiguresReader(db, { parliament }),
    delays: createDelayReader(db, { parliament }),
    dumps: noDumps,
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

/** The whole of a list, as far as tests fill it. */
export const FIRST_PAGE = {
  sort: "tabledOn",
  today: day("2014-03-05"),
  after: null,
  limit: 100,
  facets: false,
} as const;
