import type { Database } from "../database.ts";
import type { ReferenceData } from "../reference/reference-data.ts";
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
  readonly reference: ReferenceData;
}

/**
 * Takes pages over in order, in a transaction of the caller: what they may concern is read at once, they are judged in
 * memory one after the other, and what they change is written at once. So a batch costs some twenty statements,
 * however many pages it holds.
 */
export async function saveBatch(
  tx: Database,
  given: readonly TakenPage[],
  { parliament, now: clock, samples, reference }: BatchContext,
): Promise<Outcome[]> {
  await lockWrites(tx, parliament);
  // Not before the lock is ours: who asks for changes since a moment must not be told of one from before it later.
  const now = clock();
  const pages = given.map(refuseUnstorable);
  if (samples) await requireSamplesOnly(tx, parliament);
  else if (pages.some(isReal)) await removeSamples(tx, parliament);
  else if (await hasSamples(tx, parliament)) return noteOnly(tx, pages, { parliament, now });

  const snapshotIds = await keepSnapshots(tx, parliament, pages);
  const readings = pages.map((page, i) => readingOf(page, snapshotIds[i]!));
  const ledger = await openLedger(tx, parliament, readings.filter(isReadPage));
  const outcomes = readings.map((reading) => (isReadPage(reading) ? ledger.take(reading) : reading));
  await writeVersions(tx, ledger, { parliament, reference, now });
  const judged = pages.map((page, i) => ({ page, snapshotId: snapshotIds[i]!, outcome: outcomes[i]! }));
  await noteRefusals(tx, parliament, judged, now);
  // Samples are under ids that the site never gave.
  if (!samples) await noteLooks(tx, judged.flatMap(lookOf), { parliament, now });
  return outcomes;
}

/**
 * Whether samples leave for a page: a file somebody chose, or a record of the site. That the site shows nothing, or is
 * broken, is no reason to show nothing here.
 */
const isReal = ({ origin, reading }: TakenPage) =>
  origin === "file" || "question" in reading || reading.refusal.code === "other_kind";

/** Notes that ids were looked at, and keeps nothing of what came, which nobody could tell from the samples. */
async function noteOnly(
  tx: Database,
  pages: readonly TakenPage[],
  context: { readonly parliament: string; readonly now: Date },
): Promise<Outcome[]> {
  const outcomes = pages.map(({ reading }) => refusalOf(reading));
  await noteLooks(
    tx,
    pages.flatMap((page, i) => lookOfPage({ ...page, ...page.snapshot, snapshotId: null }, outcomes[i]!)),
    context,
  );
  return outcomes;
}

type Refused = Extract<Outcome, { outcome: "refused" }>;

function refusalOf(reading: TakenPage["reading"]): Refused {
  if ("question" in reading) throw new Error("a page with a question is not refused");
  return { outcome: "refused", ...reading.refusal };
}

const readingOf = (page: TakenPage, snapshotId: number): ReadPage | Refused =>
  "question" in page.reading ? readPageOf(page, page.reading.question, snapshotId) : refusalOf(page.reading);

const isReadPage = (reading: ReadPage | Refused): reading is ReadPage => "question" in reading;

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
