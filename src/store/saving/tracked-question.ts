import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { KnownVersion } from "../../domain/page-verdict.ts";
import type { ParseWarning } from "../../domain/parsed-question.ts";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Change } from "../../domain/question-difference.ts";
import type { QuestionEvent } from "../../domain/question-events.ts";
import type { KnownQuestion } from "./known-questions.ts";
import type { ReadPage } from "./read-page.ts";

/** A question as it stands after the pages of a batch taken over so far; what is new is written at the end. */
export interface TrackedQuestion {
  /** Null where the database does not hold it yet. */
  readonly id: number | null;
  sourceId: string;
  /** The ids it was kept under until this batch told its `iddoc`. */
  readonly formerIds: string[];
  readonly versions: KnownVersion[];
  firstReplyOn: CalendarDate | null;
  announcedItems: number | null;
  warnings: readonly ParseWarning[];
  fetchedAt: Date;
  /** The snapshot of the present version; null where this batch brought no version. */
  snapshotId: number | null;
  /** Whether a page of this batch was of this question and not poorer, so that its row is to be written. */
  isSeen: boolean;
}

/** A version that this batch brought. */
export interface NewRevision {
  readonly question: TrackedQuestion;
  /** 1 for the first. */
  readonly revision: number;
  readonly page: ReadPage;
  readonly content: QuestionContent;
  readonly changes: readonly Change[];
  readonly events: readonly QuestionEvent[];
}

/** A question of the database at the start of a batch. */
export function trackKnown(known: KnownQuestion): TrackedQuestion {
  return { ...known, versions: [...known.versions], formerIds: [], snapshotId: null, isSeen: false };
}

/** A question nobody knew, before its first version is recorded. */
export function trackNew(sourceId: string, page: ReadPage): TrackedQuestion {
  return {
    id: null,
    sourceId,
    formerIds: [],
    versions: [],
    firstReplyOn: null,
    announcedItems: null,
    warnings: [],
    fetchedAt: page.fetchedAt,
    snapshotId: null,
    isSeen: false,
  };
}

/** What the question says now. */
export function presentContent(question: TrackedQuestion): QuestionContent {
  return question.versions.at(-1)!.content;
}
