import { isBrokenSign } from "../../domain/page-sign.ts";
import type { Database } from "../database.ts";
import { hasSamples, removeSamples, requireSamplesOnly } from "../samples.ts";
import { lockWrites } from "../write-lock.ts";
import { BatchLedger } from "./batch-ledger.ts";
import { findKnownQuestions } from "./known-questions.ts";
import { lookOfPage } from "./look-of-page.ts";
import { noteLooks } from "./note-looks.ts";
import { QuestionDirectory } from "./question-directory.ts";
import { type ReadPage, readPageOf, refuseUnstorable } from "./read-page.ts";
import { type JudgedSnapshot, noteRefusals } from "./refusals.ts";
import { keepSnapshots } from "./snapshots.ts";
import { findTakenReferences } from "./taken-references.ts";
import type { Outcome, TakenPage } from "./taken-page.ts";
import { trackKnown } from "./tracked-question.ts";
import { writeVersions } from "./write-versions.ts";

/** Where a batch goes, and when. */
export interface BatchContext {
  readonly parliament: string;
  readonly now: () => Date;
  /** Whether the pages are the fictional ones of a first start. */
  readonly samples: boolean;
}

/**
 * Takes pages over in order, in a transaction of the caller: what they may concern is read at once, they are judged in
 * memory one after the other, and what they change is written at once. So a batch costs some twenty statements,
 * however many pages it holds.
 */
export async function saveBatch(
  tx: Database,
  given: readonly TakenPage[],
  { parliament, now: clock, samples }: BatchContext,
): Promise<Outcome[]> {
  await lockWrites(tx, parliament);
  // Not before the lock is ours: who asks for changes since a moment must not be told of one from before it later.
  const now = clock();
  const pages = given.map(refuseUnstorable);
  if (samples) await requireSamplesOnly(tx, parliament);
  else if (!pages.every(isEvidence)) await removeSamples(tx, parliament);
  else if (await hasSamples(tx, parliament)) return pages.map(({ reading }) => refusalOf(reading)!);

  const snapshotIds = await keepSnapshots(tx, parliament, pages);
  const readings = pages.map((page, i) => readingOf(page, snapshotIds[i]!));
  const ledger = await openLedger(tx, parliament, readings.filter(isReadPage));
  const outcomes = readings.map((reading) => (isReadPage(reading) ? ledger.take(reading) : reading));
  await writeVersions(tx, ledger, { parliament, now });
  const judged = pages.map((page, i) => ({ page, snapshotId: snapshotIds[i]!, outcome: outcomes[i]! }));
  await noteRefusals(tx, parliament, judged, now);
  // Samples are under ids that the site never gave.
  if (!samples) await noteLooks(tx, judged.flatMap(lookOf), { parliament, now });
  return outcomes;
}

type Refused = Extract<Outcome, { outcome: "refused" }>;

const refusalOf = (reading: TakenPage["reading"]): Refused | null =>
  "refusal" in reading ? { outcome: "refused", ...reading.refusal } : null;

const readingOf = (page: TakenPage, snapshotId: number): ReadPage | Refused =>
  "question" in page.reading
    ? readPageOf(page, page.reading.question, snapshotId)
    : { outcome: "refused", ...page.reading.refusal };

const isReadPage = (reading: ReadPage | Refused): reading is ReadPage => "question" in reading;

/** A page that shows a broken site is no page of the Parliament's: samples do not leave for it. */
const isEvidence = ({ reading }: TakenPage) => isBrokenSign(refusalOf(reading)?.code ?? "");

const lookOf = ({ page, snapshotId, outcome }: JudgedSnapshot) =>
  lookOfPage({ ...page, ...page.snapshot, snapshotId }, outcome);

async function openLedger(
  tx: Database,
  parliament: string,
  pages: readonly ReadPage[],
): Promise<BatchLedger> {
  const known = pages.length === 0 ? [] : await findKnownQuestions(tx, parliament, pages);
  const taken = await findTakenReferences(tx, parliament, pages);
  return new BatchLedger(parliament, new QuestionDirectory(known.map(trackKnown), taken));
}
