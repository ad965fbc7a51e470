import { type CalendarDate, daysBetween } from "./calendar-date.ts";
import type { AnswerKind } from "./parsed-question.ts";

/** `converted`: the author gave the written answer up (art. 144.4). */
export type QuestionState = "open" | "holding" | "answered" | "converted";

/** The two clocks of a question. */
export interface AnswerTimes {
  readonly state: QuestionState;
  /** Date of the first thing a minister sent, holding answers included; null while there is none. */
  readonly firstReplyOn: CalendarDate | null;
  /** Date of the first answer that is not a holding answer; null while there is none. */
  readonly answeredOn: CalendarDate | null;
  /** Calendar days; 0 on the day of tabling; null while open or where the published dates are impossible. */
  readonly daysToFirstReply: number | null;
  readonly daysToAnswer: number | null;
}

interface DatedAnswer {
  readonly kind: AnswerKind;
  readonly answeredOn: CalendarDate;
}

/**
 * Both clocks from what the page publishes. Dates stay as published even where one precedes the question; the days
 * are then null, so that an impossible date never enters a figure about delays. `carriedOn` is the date of a first
 * reply that the page no longer shows (`carriedFirstReplyOn`).
 */
export function answerTimes(
  tabledOn: CalendarDate,
  answers: readonly DatedAnswer[],
  carriedOn: CalendarDate | null = null,
): AnswerTimes {
  const firstReplyOn = earliest([...answers.filter(isReply).map(dateOf), ...(carriedOn ? [carriedOn] : [])]);
  const answeredOn = earliest(answers.filter((answer) => answer.kind === "answer").map(dateOf));
  return {
    state: stateOf(answers),
    firstReplyOn,
    answeredOn,
    daysToFirstReply: daysTo(tabledOn, firstReplyOn),
    daysToAnswer: daysTo(tabledOn, answeredOn),
  };
}

/** Days between tabling and a published date; null without a date and where it precedes the tabling. */
export function daysTo(tabledOn: CalendarDate, date: CalendarDate | null): number | null {
  if (date === null || date < tabledOn) return null;
  return daysBetween(tabledOn, date);
}

/** What is stored of a question's replies: the date of the first, and those its present version shows. */
interface StoredReplies {
  readonly firstReplyOn: CalendarDate | null;
  readonly answers: readonly DatedAnswer[];
}

/** The date of a first reply that the version stored does not show itself; null where it does, or there is none. */
export function carriedBefore(stored: StoredReplies): CalendarDate | null {
  return firstRepliesShown(stored).length === 0 ? stored.firstReplyOn : null;
}

/**
 * The date of a first reply that the new version of a page no longer shows: a holding answer that gave way to the
 * answer. Null where the new version still shows its replies, so that a corrected date replaces the old one.
 */
export function carriedFirstReplyOn(
  stored: StoredReplies,
  page: readonly DatedAnswer[],
): CalendarDate | null {
  const wereHolding = firstRepliesShown(stored).every((answer) => answer.kind === "holdingAnswer");
  const isStillHolding = page.some((answer) => answer.kind === "holdingAnswer");
  return wereHolding && !isStillHolding ? stored.firstReplyOn : carriedBefore(stored);
}

const firstRepliesShown = ({ answers, firstReplyOn }: StoredReplies) =>
  answers.filter((answer) => isReply(answer) && answer.answeredOn === firstReplyOn);

function stateOf(answers: readonly DatedAnswer[]): QuestionState {
  const has = (kind: AnswerKind) => answers.some((answer) => answer.kind === kind);
  if (has("answer")) return "answered";
  if (has("authorNote")) return "converted";
  return has("holdingAnswer") ? "holding" : "open";
}

const isReply = (answer: DatedAnswer) => answer.kind !== "authorNote";
const dateOf = (answer: DatedAnswer) => answer.answeredOn;

const earliest = (dates: readonly CalendarDate[]) =>
  dates.reduce<CalendarDate | null>((first, day) => (first === null || day < first ? day : first), null);
