import type { Config } from "../config.ts";
import { createQuestionPresenter, type QuestionPresenter } from "../http/api/question-json.ts";
import { recomputeIfNeeded } from "../ingest/recompute.ts";
import { defaultSource } from "../sources/registry.ts";
import { createAuthorReader } from "../store/author-reader.ts";
import { createCoverageReader } from "../store/coverage-reader.ts";
import type { Database, OpenDatabase } from "../store/database.ts";
import { createDelayReader } from "../store/delay-reader.ts";
import { createDerivationStore } from "../store/derivation-store.ts";
import { createDirectoryReader } from "../store/directory-reader.ts";
import { createEventReader } from "../store/event-reader.ts";
import { createFeedReader } from "../store/feed-reader.ts";
import { createFiguresReader } from "../store/figures-reader.ts";
import { createIngestRuns } from "../store/ingest-runs.ts";
import { createMinisterReader } from "../store/minister-reader.ts";
import { openDatabase } from "../store/open-database.ts";
import { createPageStore } from "../store/page-store.ts";
import { createPersonReader } from "../store/person-reader.ts";
import { createPortfolioReader } from "../store/portfolio-reader.ts";
import { createQuestionReader } from "../store/question-reader.ts";
import { createQuestionWalk } from "../store/question-walk.ts";
import { referenceDataOf } from "../store/reference/reference-data.ts";
import { createRevisionReader } from "../store/revision-reader.ts";
import { createRunReader } from "../store/run-reader.ts";
import { createSearchReader } from "../store/search/search-reader.ts";
import { readSynonyms } from "../store/reference/read-synonyms.ts";
import { createSamples } from "../store/samples.ts";
import { createSessionReader } from "../store/session-reader.ts";
import { createSnapshotReader } from "../store/snapshot-reader.ts";
import { createSourceReader } from "../store/source-reader.ts";
import { createTwinReader } from "../store/twin-reader.ts";
import { sourceUrlOf } from "./source-url.ts";
import { printError } from "./terminal.ts";

const { parliament } = defaultSource;

/** The one clock of the program. */
export const now = () => new Date();

/**
 * Opens the database the configuration names. What comes into an empty one is derived by the present rules.
 * @throws {ConfigError} where these are not as they should be; nothing was opened then
 */
export async function openConfigured({ databaseUrl, dataDir }: Config): Promise<OpenDatabase> {
  const reference = referenceDataOf(parliament);
  const database = await openDatabase({ databaseUrl, dataDir });
  return closedOnFailure(database, () =>
    createDerivationStore(database.db, { parliament, now, reference }).noteIfEmpty(),
  );
}

/**
 * As `openConfigured`, for whoever reads or writes questions: where rules or reference data have changed since they were
 * stored, all that follows from them is derived again first, so that no figure mixes old rules with new.
 */
export async function openCurrent(config: Config, onRecompute = tellRecompute): Promise<OpenDatabase> {
  const database = await openConfigured(config);
  return closedOnFailure(database, () =>
    recomputeIfNeeded(recomputeParts(database), { onNeeded: onRecompute }),
  );
}

/** The database once something was done with it; where that fails nobody else would close it. */
async function closedOnFailure(database: OpenDatabase, work: () => Promise<unknown>): Promise<OpenDatabase> {
  try {
    await work();
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function tellRecompute(): void {
  printError(
    "Les règles ou les données de référence ont changé : tout ce qui en découle est recalculé d’abord.",
  );
}

/** What takes pages in. */
export function ingestParts(db: Database) {
  return {
    source: defaultSource,
    pages: createPageStore(db, { parliament, now }),
    runs: createIngestRuns(db, { parliament, now }),
    now,
  };
}

/** What derives again what follows from the questions. */
export function recomputeParts({ db, lock }: OpenDatabase) {
  return {
    parliament,
    lock,
    derivations: createDerivationStore(db, { parliament, now }),
    runs: createIngestRuns(db, { parliament, now }),
  };
}

/** What takes in the fictional pages of a first start. */
export function sampleParts(db: Database) {
  return {
    ...ingestParts(db),
    pages: createPageStore(db, { parliament, now, samples: true }),
    samples: createSamples(db, { parliament }),
  };
}

/** What readers are answered from. */
export function readers(db: Database) {
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
    search: createSearchReader(db, { parliament, synonyms: readSynonyms(parliament) }),
    revisions: createRevisionReader(db, { parliament }),
    snapshots: createSnapshotReader(db, { parliament }),
    events: createEventReader(db, { parliament }),
    feeds: createFeedReader(db, { parliament }),
    runs: createRunReader(db, { parliament }),
    coverage: createCoverageReader(db, { parliament }),
    source: createSourceReader(db, { parliament }),
    figures: createFiguresReader(db, { parliament }),
    delays: createDelayReader(db, { parliament }),
  };
}

/** What makes the public JSON of questions. */
export function presenterOf({ baseUrl }: Config): QuestionPresenter {
  const { answerCalendar } = referenceDataOf(parliament);
  return createQuestionPresenter({ parliament, baseUrl, sourceUrlOf, answerCalendar });
}
