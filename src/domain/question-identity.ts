import type { CalendarDate } from "./calendar-date.ts";
import { slugOf } from "./folded-text.ts";
import type { QuestionContent } from "./question-content.ts";

/** Public id of a question: `wallonia-55877`. */
export function questionIdOf(parliament: string, sourceId: string): string {
  return `${parliament}-${sourceId}`;
}

/** The source id inside a public id, or null where the id is not one of this parliament's. */
export function findSourceId(parliament: string, questionId: string): string | null {
  const prefix = `${parliament}-`;
  return questionId.startsWith(prefix) && questionId.length > prefix.length
    ? questionId.slice(prefix.length)
    : null;
}

/** What makes two pages the same question where one of them does not tell its `iddoc`. */
export interface QuestionIdentity {
  readonly session: string;
  readonly ministerSlug: string;
  readonly officialNumber: number;
  readonly tabledOn: CalendarDate;
  readonly authorSlug: string;
}

/** The identity of a page's question, in folded names. */
export function identityOf(question: QuestionContent): QuestionIdentity {
  return {
    session: question.session,
    ministerSlug: slugOf(question.addressedTo.name),
    officialNumber: question.officialNumber,
    tabledOn: question.tabledOn,
    authorSlug: slugOf(question.askedBy),
  };
}

/**
 * The source id under which a page without `iddoc` is kept: `ref-se2014-marcourt-jean-claude-31`. Numbers count per
 * minister and session but are not unique, so a caller adds a suffix where the id is taken by another question.
 */
export function referenceSourceId(identity: QuestionIdentity): string {
  return `ref-${identity.session}-${identity.ministerSlug}-${identity.officialNumber}`;
}

/** Whether a source id is a stand-in for an `iddoc` nothing told yet. */
export function isReferenceSourceId(sourceId: string): boolean {
  return sourceId.startsWith("ref-");
}
