import type { Database } from "./database.ts";
import { type ReferenceData, referenceDataOf } from "./reference/reference-data.ts";
import { rolledBack } from "./rolled-back.ts";
import { explainFailure } from "./saving/failed-batch.ts";
import { judgeLoosePages } from "./saving/judge-loose-pages.ts";
import { countKeptPages, type KeptPage, listLoosePages, takenAgain } from "./saving/kept-pages.ts";
import { findKeptQuestions, type KeptQuestion, listKeptQuestions } from "./saving/kept-questions.ts";
import { type KeptPageReader, readKeptPages } from "./saving/kept-readings.ts";
import type { LooseVerdict } from "./saving/loose-verdicts.ts";
import { noteLoosePages } from "./saving/note-loose-pages.ts";
import { type QuestionReplay, replayQuestion } from "./saving/question-replay.ts";
import { saveReplays } from "./saving/save-replays.ts";
import type { TakenPage } from "./saving/taken-page.ts";

export type { KeptPage } from "./saving/kept-pages.ts";
export type { KeptPageReader } from "./saving/kept-readings.ts";
export type { LooseVerdict } from "./saving/loose-verdicts.ts";
export type { LostPage, QuestionReplay } from "./saving/question-replay.ts";

/** Enough to make the round trips cheap, few enough to stay small in memory: some 2 MB of pages. */
const BATCH_SIZE = 250;

/** Pages of a batch that made no version, judged; `last` is the number of the last one, null at the end. */
export interface JudgedPages {
  readonly verdicts: readonly LooseVerdict[];
  readonly last: number | null;
}

/** What is kept, to be read again: first the pages of versions, by question, then all others. */
export interface ReparseStore {
  /** How many pages there are to read. */
  countPages(): Promise<number>;
  /** Whether a page is one of them. */
  isDue(page: KeptPage): boolean;
  /** The next questions with a page to read, by number, after their pages were taken over again; none at the end. */
  replayNext(after: number): Promise<QuestionReplay[]>;
  /** The same for questions by number. */
  replay(ids: readonly number[]): Promise<QuestionReplay[]>;
  /**
   * Writes what came of replays, in one transaction. Questions that were written by somebody else since they were read
   * are left out: their numbers are given back, to be replayed again.
   * @throws {UnstorablePageError} when the database refuses one of them; nothing of the batch is then stored
   */
  saveReplays(replays: readonly QuestionReplay[]): Promise<number[]>;
  /** The next pages that made no version, by number, judged as files that came now would be. */
  judgeNext(after: number): Promise<JudgedPages>;
  /** Notes what was found of those that stay aside; those to be taken are for `PageStore.savePages`. */
  noteAside(verdicts: readonly LooseVerdict[]): Promise<void>;
}

/** Where what is kept is, and who reads it. */
export interface ReparseStoreOptions {
  readonly parliament: string;
  readonly now: () => Date;
  readonly reader: KeptPageReader;
  /** Whether pages are read too that this parser was the last to read. */
  readonly all: boolean;
  /** How many questions or pages a batch holds. */
  readonly batchSize?: number;
  /** What facts are derived from; by default what `seeds/` holds about the parliament. */
  readonly reference?: ReferenceData;
}

export function createReparseStore(
  db: Database,
  {
    parliament,
    now,
    reader,
    all,
    batchSize: limit = BATCH_SIZE,
    reference = referenceDataOf(parliament),
  }: ReparseStoreOptions,
): ReparseStore {
  const { parserVersion } = reader;
  const unlessReadBy = all ? null : parserVersion;
  const context = { parliament, now, parserVersion, reference };
  const replayAll = async (kept: readonly KeptQuestion[]) => {
    const readings = await readKeptPages(
      kept.flatMap(({ pages }) => pages),
      reader,
    );
    return kept.map((question) => replayQuestion(question, readings, parserVersion));
  };
  return {
    countPages: () => countKeptPages(db, parliament, unlessReadBy),
    isDue: (page) => all || page.parserVersion !== parserVersion,
    replayNext: async (after) =>
      replayAll(await listKeptQuestions(db, parliament, { after, limit, unlessReadBy })),
    replay: async (ids) => replayAll(await findKeptQuestions(db, parliament, ids)),

    async saveReplays(replays) {
      try {
        return await db.transaction((tx) => saveReplays(tx, replays, context));
      } catch (error) {
        const replayOf = new Map(replays.map((replay) => [presentPage(replay, parserVersion), replay]));
        throw await explainFailure(error, [...replayOf.keys()], (page) =>
          rolledBack(db, (tx) => saveReplays(tx, [replayOf.get(page)!], context)),
        );
      }
    },

    async judgeNext(after) {
      const pages = await listLoosePages(db, parliament, { after, limit, unlessReadBy });
      const last = pages.at(-1)?.snapshotId ?? null;
      return { verdicts: await judgeLoosePages(db, parliament, pages, reader), last };
    },

    noteAside: (verdicts) =>
      db.transaction((tx) =>
        noteLoosePages(
          tx,
          verdicts.filter((verdict) => verdict.verdict === "noted"),
          context,
        ),
      ),
  };
}

/** The page a question's present version was read from, for whoever wants to know which one is at fault. */
function presentPage({ kept, question }: QuestionReplay, parserVersion: string): TakenPage {
  const page = kept.pages.at(-1)!;
  const { sourceId } = question;
  return takenAgain({ ...page, sourceId }, { refusal: { code: "unreadable", message: "" } }, parserVersion);
}
