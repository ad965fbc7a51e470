import { isDeepStrictEqual } from "node:util";
import type { ParsedQuestion } from "../../domain/parsed-question.ts";
import { contentOf } from "../../domain/question-content.ts";
import { type Change, differenceBetween } from "../../domain/question-difference.ts";
import { eventsOfReading } from "../../domain/question-events.ts";
import { type ReplayedHistory, replayVersions } from "../../domain/replayed-versions.ts";
import { type KeptPage, takenAgain } from "./kept-pages.ts";
import type { KeptQuestion } from "./kept-questions.ts";
import type { Readings } from "./kept-readings.ts";
import { type ReadPage, readPageOf } from "./read-page.ts";
import type { RefusalReason } from "../schema/index.ts";
import type { NewRevision, TrackedQuestion } from "./tracked-question.ts";

/** A page that was read as a question once and is refused now. */
export interface LostPage {
  readonly page: KeptPage;
  readonly code: RefusalReason;
  readonly message: string;
}

/** A question whose pages were read again, before anything of it is written. */
export interface QuestionReplay {
  readonly kept: KeptQuestion;
  /** Where there are any, the question stays as it is, whatever its other pages say. */
  readonly lost: readonly LostPage[];
  /** Null where a page is lost. */
  readonly history: ReplayedHistory | null;
  /** The question as it is to stand. */
  readonly question: TrackedQuestion;
  /** The version to add; null where its present one reads the same. */
  readonly revision: NewRevision | null;
  /** What readers will see change, as paths: `title`, `answers[0].text`, `warnings`. */
  readonly paths: readonly string[];
}

/** Takes the pages of a question's versions over again, in memory. `readings` holds every one of them. */
export function replayQuestion(
  kept: KeptQuestion,
  readings: Readings,
  parserVersion: string,
): QuestionReplay {
  const read: ReadPage[] = [];
  const lost = new Map<number, LostPage>();
  for (const page of kept.pages) {
    const reading = readings.get(page.snapshotId)!;
    if ("question" in reading) read.push(readAgain(page, reading.question, parserVersion));
    else lost.set(page.snapshotId, { page, ...reading.refusal });
  }
  if (lost.size > 0) {
    const question = trackKept(kept);
    return { kept, lost: [...lost.values()], history: null, question, revision: null, paths: [] };
  }
  return { kept, lost: [], ...replayed(kept, read) };
}

const readAgain = (page: KeptPage, question: ParsedQuestion, parserVersion: string) =>
  readPageOf(takenAgain(page, { question }, parserVersion), question, page.snapshotId);

function replayed(kept: KeptQuestion, pages: readonly ReadPage[]) {
  const history = replayVersions(
    pages.map(({ sha256, question }) => ({ sha256, content: contentOf(question) })),
  );
  const page = pages.at(-1)!;
  const { content } = history.versions.at(-1)!;
  const difference = differenceBetween(kept.content, content);
  const isAnotherDay = history.firstReplyOn !== kept.firstReplyOn;
  const isRewritten = difference.verdict === "changed" || isAnotherDay;
  const question: TrackedQuestion = {
    ...trackKept(kept),
    ...remarksOf(kept, page.question),
    versions: [...history.versions],
    firstReplyOn: history.firstReplyOn,
    snapshotId: isRewritten ? page.snapshotId : null,
  };
  const { changes } = difference.verdict === "changed" ? difference : { changes: [] as readonly Change[] };
  const paths = changes.map(({ path }) => path);
  if (isAnotherDay && changes.length === 0) paths.push("firstReplyOn");
  if (!isDeepStrictEqual(question.warnings, kept.warnings)) paths.push("warnings");
  question.isSeen = question.announcedItems !== kept.announcedItems || paths.includes("warnings");
  if (difference.verdict === "same") return { history, question, revision: null, paths };
  question.versions.push({ sha256: page.sha256, content });
  const revision: NewRevision = {
    question,
    revision: question.versions.length,
    page,
    content,
    changes,
    events: eventsOfReading(changes),
  };
  return { history, question, revision, paths };
}

/**
 * How the present page announces its items and what the parser remarks in it. What it does not tell may have been told
 * by another page of the same content, and then stays.
 */
function remarksOf(kept: KeptQuestion, { announcedItems, warnings }: ParsedQuestion) {
  return {
    announcedItems: announcedItems ?? (kept.hasOtherPages ? kept.announcedItems : null),
    warnings: warnings.length === 0 && kept.hasOtherPages ? kept.warnings : warnings,
  };
}

/** A question as it is stored. The versions before the present one are not known: it is not to be judged by them. */
function trackKept(kept: KeptQuestion): TrackedQuestion {
  const { id, sourceId, announcedItems, warnings, firstReplyOn, fetchedAt, content, pages } = kept;
  return {
    id,
    sourceId,
    formerIds: [],
    versions: pages.map(({ sha256 }) => ({ sha256, content })),
    firstReplyOn,
    announcedItems,
    warnings,
    fetchedAt,
    snapshotId: null,
    isSeen: false,
  };
}
