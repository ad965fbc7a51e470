import { gunzipSync } from "node:zlib";
import type { Source } from "../sources/shared/source.ts";
import type { IngestRuns } from "../store/ingest-runs.ts";
import type { Outcome, PageStore } from "../store/page-store.ts";
import type { KeptPageReader, QuestionReplay, ReparseStore } from "../store/reparse-store.ts";
import { type ArrivedPage, readErrorPage, readPage } from "./read-page.ts";
import {
  type Finding,
  findingsOfReplay,
  findingsOfVerdict,
  type ReparseReport,
  ReparseTally,
} from "./reparse-report.ts";

/** What reading again works with. */
export interface ReparseParts {
  readonly parliament: string;
  readonly kept: ReparseStore;
  readonly pages: PageStore;
  readonly runs: IngestRuns;
}

/** How it goes about it. */
export interface ReparseOptions {
  /** Whether it only tells what would change. */
  readonly dryRun: boolean;
  /** Told of each finding before it is written; waited for, so that a slow reader slows us down. */
  readonly onFinding: (finding: Finding) => Promise<void> | void;
  /** Told after each batch how many pages are done. */
  readonly onProgress?: (done: number) => void;
  /** Stops it after the batch in hand. */
  readonly signal?: AbortSignal;
}

/** Reads what is kept by the parser of a source. */
export function keptPageReader(source: Source): KeptPageReader {
  return {
    parserVersion: source.parserVersion,
    read({ content, location, contentType, sourceId, status }) {
      const page: ArrivedPage = {
        bytes: gunzipSync(content),
        location,
        origin: status === null ? "file" : "source",
        ...(contentType === null ? {} : { contentType }),
        ...(sourceId === null ? {} : { sourceId }),
      };
      return status !== null && status >= 400 ? readErrorPage(page, status, source) : readPage(page, source);
    },
  };
}

/**
 * Reads every page kept again, in constant memory, and brings what is stored up to what the present parser reads. Safe
 * to stop or kill at any point: each batch is whole or not there, and the next run goes on.
 */
export async function reparse(parts: ReparseParts, options: ReparseOptions): Promise<ReparseReport> {
  const work = { ...parts, ...options, tally: new ReparseTally() };
  const run = options.dryRun ? null : await parts.runs.start("reparse");
  let finished = false;
  try {
    await replayQuestions(work);
    await judgeOthers(work);
    finished = options.signal?.aborted !== true;
  } finally {
    if (run !== null) {
      const outcome = finished ? "finished" : "stopped";
      await parts.runs.finish(run, work.tally.runCounts(), { outcome });
    }
  }
  return work.tally.report(finished);
}

type Work = ReparseParts & ReparseOptions & { readonly tally: ReparseTally };

/** First the pages of versions. One batch is read while the one before is being written. */
async function replayQuestions(work: Work): Promise<void> {
  const { kept, signal } = work;
  let after = 0;
  let saving: Promise<void> = Promise.resolve();
  try {
    while (signal?.aborted !== true) {
      const replays = await kept.replayNext(after);
      const last = replays.at(-1);
      if (last === undefined) break;
      after = last.kept.id;
      await tellReplays(work, replays);
      await saving;
      saving = settleReplays(work, replays);
      // Awaited with the next batch; until then a failure must not count as unhandled.
      saving.catch(() => undefined);
    }
  } finally {
    await saving;
  }
}

async function tellReplays(
  { parliament, onFinding }: Work,
  replays: readonly QuestionReplay[],
): Promise<void> {
  for (const replay of replays) {
    for (const finding of findingsOfReplay(replay, parliament)) await onFinding(finding);
  }
}

/** What somebody else wrote in the meantime is read again, told again where it changes, and written. */
async function settleReplays(work: Work, given: readonly QuestionReplay[]): Promise<void> {
  const { kept, tally, dryRun, onProgress } = work;
  let replays = given;
  while (replays.length > 0) {
    const moved = new Set(dryRun ? [] : await kept.saveReplays(replays));
    for (const replay of replays.filter(({ kept: { id } }) => !moved.has(id))) {
      tally.addReplay(replay, new Set(replay.kept.pages.filter(kept.isDue)).size);
    }
    replays = moved.size === 0 ? [] : await kept.replay([...moved]);
    await tellReplays(work, replays);
  }
  onProgress?.(tally.report(false).read);
}

/** Then all others, judged by what these came to: each batch is written before the next is judged. */
async function judgeOthers(work: Work): Promise<void> {
  const { kept, pages, tally, dryRun, onFinding, onProgress, signal } = work;
  let after = 0;
  while (signal?.aborted !== true) {
    const { verdicts, last } = await kept.judgeNext(after);
    if (last === null) break;
    after = last;
    for (const finding of verdicts.flatMap(findingsOfVerdict)) await onFinding(finding);
    const taken = verdicts.filter((verdict) => verdict.verdict === "taken");
    let outcomes: readonly Outcome[] = taken.map(({ outcome }) => outcome);
    if (!dryRun) {
      await kept.noteAside(verdicts);
      outcomes = await pages.savePages(taken.map((verdict) => verdict.taken));
    }
    tally.addVerdicts(verdicts, outcomes);
    onProgress?.(tally.report(false).read);
  }
}
