import { basename } from "node:path";
import { ParseError } from "../errors.ts";
import type { Source } from "../sources/shared/source.ts";
import type { IngestRuns } from "../store/ingest-runs.ts";
import type { PageStore } from "../store/page-store.ts";
import { findFiles } from "./find-files.ts";
import { type IngestReport, IngestTally } from "./ingest-report.ts";
import { readPageFile } from "./read-file.ts";
import { type IncomingPage, preparePages } from "./take-pages.ts";

/** Enough to make the round trips cheap, few enough to stay small in memory: some 2 MB of pages. */
const BATCH_SIZE = 250;

/** What an import works with. */
export interface ImportParts {
  readonly source: Source;
  readonly pages: PageStore;
  readonly runs: IngestRuns;
  readonly now: () => Date;
}

/** How an import goes about it. */
export interface ImportOptions {
  readonly kind: "import" | "samples";
  /** The source id of the page, for a single file whose name does not tell it. */
  readonly sourceId?: string;
  /** Told after each batch how many files are done, and how many of them were refused. */
  readonly onProgress?: (done: number, refused: number) => void;
}

/** Parses and stores files and whole folders, in constant memory; a run of it is kept with its counts. */
export async function importFiles(
  paths: readonly string[],
  { source, pages, runs, now }: ImportParts,
  { kind, sourceId, onProgress }: ImportOptions,
): Promise<IngestReport> {
  const run = await runs.start(kind);
  const tally = new IngestTally();
  let saving: Promise<void> = Promise.resolve();
  try {
    for await (const files of batches(findFiles(paths), BATCH_SIZE)) {
      const { read, incoming } = await readFiles(files, now(), sourceId, tally);
      const prepared = await preparePages(incoming, source, pages);
      await saving;
      saving = prepared.save().then((outcomes) => {
        outcomes.forEach((outcome, i) => tally.add(read[i] ?? "", outcome));
        const { seen, refused } = tally.report();
        onProgress?.(seen, refused.length);
      });
      // Awaited with the next batch; until then a failure must not count as unhandled.
      saving.catch(() => undefined);
    }
    await saving;
  } finally {
    // Whatever stopped it: what is stored by then stays, and the run says so.
    await saving.catch(() => undefined);
    const report = tally.report();
    await runs.finish(run, { ...report, refused: report.refused.length });
  }
  return tally.report();
}

/** The files that can be read; those that cannot are counted as refused at once. */
async function readFiles(
  files: readonly string[],
  fetchedAt: Date,
  sourceId: string | undefined,
  tally: IngestTally,
) {
  const read: string[] = [];
  const incoming: IncomingPage[] = [];
  for (const file of files) {
    try {
      const bytes = await readPageFile(file);
      incoming.push({
        bytes,
        location: basename(file),
        fetchedAt,
        status: null,
        origin: "file",
        validators: null,
        ...(sourceId === undefined ? {} : { sourceId }),
      });
      read.push(file);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      tally.add(file, { outcome: "refused", code: error.code, message: error.message });
    }
  }
  return { read, incoming };
}

async function* batches<T>(elements: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const element of elements) {
    batch.push(element);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
