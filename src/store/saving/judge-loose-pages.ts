import { isDeepStrictEqual } from "node:util";
import { judgePage } from "../../domain/page-verdict.ts";
import { contentOf } from "../../domain/question-content.ts";
import { eventsOfChange } from "../../domain/question-events.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { Database } from "../database.ts";
import { BatchLedger } from "./batch-ledger.ts";
import { type LoosePage, takenAgain } from "./kept-pages.ts";
import { findKeptQuestions } from "./kept-questions.ts";
import { type KeptPageReader, readKeptPages } from "./kept-readings.ts";
import { findKnownQuestions } from "./known-questions.ts";
import type { LooseVerdict } from "./loose-verdicts.ts";
import { QuestionDirectory } from "./question-directory.ts";
import { type QuestionReplay, replayQuestion } from "./question-replay.ts";
import { type ReadPage, readPageOf } from "./read-page.ts";
import { findTakenReferences } from "./taken-references.ts";
import type { Outcome, Reading, TakenPage } from "./taken-page.ts";
import type { TrackedQuestion } from "./tracked-question.ts";

/**
 * Judges pages that made no version, in order, by the versions of their questions as the same parser reads these: what
 * was an earlier version must still be known for one where the parser reads both otherwise.
 */
export async function judgeLoosePages(
  db: Database,
  parliament: string,
  pages: readonly LoosePage[],
  reader: KeptPageReader,
): Promise<LooseVerdict[]> {
  const readings = await readKeptPages(pages, reader);
  const taken = pages.map((page) => takenAgain(page, readings.get(page.snapshotId)!, reader.parserVersion));
  const read = pages.map((page, i) => readPage(taken[i]!, page.snapshotId));
  const found = read.filter((page) => page !== null);
  const known = found.length === 0 ? [] : await findKnownQuestions(db, parliament, found);
  const replays = await replayQuestions(
    db,
    parliament,
    known.map(({ id }) => id),
    reader,
  );
  const references = await findTakenReferences(db, parliament, found);
  const judge = new LooseJudge(parliament, replays, references);
  return pages.map((page, i) => judge.judge(page, taken[i]!, read[i]!));
}

function readPage(taken: TakenPage, snapshotId: number): ReadPage | null {
  return "question" in taken.reading ? readPageOf(taken, taken.reading.question, snapshotId) : null;
}

async function replayQuestions(
  db: Database,
  parliament: string,
  ids: readonly number[],
  reader: KeptPageReader,
): Promise<QuestionReplay[]> {
  if (ids.length === 0) return [];
  const kept = await findKeptQuestions(db, parliament, ids);
  const readings = await readKeptPages(
    kept.flatMap(({ pages }) => pages),
    reader,
  );
  return kept.map((question) => replayQuestion(question, readings, reader.parserVersion));
}

class LooseJudge {
  readonly #parliament: string;
  readonly #directory: QuestionDirectory;
  readonly #ledger: BatchLedger;
  readonly #replays: ReadonlyMap<TrackedQuestion, QuestionReplay>;

  constructor(parliament: string, replays: readonly QuestionReplay[], references: ReadonlySet<string>) {
    this.#parliament = parliament;
    this.#replays = new Map(replays.map((replay) => [replay.question, replay]));
    this.#directory = new QuestionDirectory([...this.#replays.keys()], references);
    this.#ledger = new BatchLedger(parliament, this.#directory);
  }

  /** `read` is null where the page is refused. */
  judge(page: LoosePage, taken: TakenPage, read: ReadPage | null): LooseVerdict {
    if (read === null) return this.#judgeRefused(page, taken);
    const question = this.#directory.find(read);
    const replay = question && this.#replays.get(question);
    if (replay && replay.lost.length > 0) return { verdict: "left" };
    const noted = { verdict: "noted", page, taken, outcome: null } as const;
    if (question && question.versions.at(-1)?.sha256 === read.sha256) {
      // The very bytes of the present version, kept a second time without their id: replayed already.
      return { ...noted, outcome: page.refusal && this.#unchanged(question) };
    }
    if (question && replay?.history?.wasCorrected && wasRead(page) && contradicts(question, read))
      return noted;
    return this.#take(noted, read, question);
  }

  #judgeRefused(page: LoosePage, taken: TakenPage): LooseVerdict {
    const refusal = refusalIn(taken.reading)!;
    if (page.refusal === null) {
      const questionId = page.sourceId === null ? null : questionIdOf(this.#parliament, page.sourceId);
      return { verdict: "lost", questionId, lost: { page, ...refusal } };
    }
    const isKnown = page.refusal.code === refusal.code && page.refusal.message === refusal.message;
    return { verdict: "noted", page, taken, outcome: isKnown ? null : { outcome: "refused", ...refusal } };
  }

  #take(
    noted: Extract<LooseVerdict, { verdict: "noted" }>,
    read: ReadPage,
    question: TrackedQuestion | null,
  ): LooseVerdict {
    const { taken, page } = noted;
    const before = question && remarksOf(question);
    const { length } = this.#ledger.revisions;
    const outcome = this.#ledger.take(read);
    const paths = this.#ledger.revisions[length]?.changes.map(({ path }) => path) ?? [];
    if (outcome.outcome === "poorer") {
      const isKnown = page.refusal === null || page.refusal.message === outcome.message;
      return isKnown ? noted : { ...noted, outcome };
    }
    const saysNothing =
      outcome.outcome === "unchanged" && isDeepStrictEqual(before, question && remarksOf(question));
    if (saysNothing && page.refusal === null) return noted;
    return { verdict: "taken", taken, outcome, paths };
  }

  #unchanged({ sourceId }: TrackedQuestion): Outcome {
    return { outcome: "unchanged", questionId: questionIdOf(this.#parliament, sourceId) };
  }
}

const refusalIn = (reading: Reading) => ("refusal" in reading ? reading.refusal : null);

const remarksOf = ({ announcedItems, warnings }: TrackedQuestion) => ({ announcedItems, warnings });

/** Whether the page was read as a question before: as one that said what was known, or less, or what had been said. */
const wasRead = ({ refusal }: LoosePage) => refusal === null || refusal.code === "poorer_page";

/** Whether a page would correct what is known: of a text that was replaced once, it may be the old one. */
function contradicts(question: TrackedQuestion, page: ReadPage): boolean {
  const verdict = judgePage(question, { ...page, content: contentOf(page.question) });
  return (
    verdict.verdict === "changed" && eventsOfChange(verdict.changes).some(({ kind }) => kind === "corrected")
  );
}
