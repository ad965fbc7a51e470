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
 * are then null, so that an impossible date never enters a figure about delays.
 */
export function answerTimes(tabledOn: CalendarDate, answers: readonly DatedAnswer[]): AnswerTimes {
  const replies = answers.filter((answer) => answer.kind !== "authorNote");
  const firstReplyOn = earliest(replies);
  const answeredOn = earliest(replies.filter((answer) => answer.kind === "answer"));
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

/**
 * The date of a first reply that the new version of a page no longer shows: a holding answer that gave way to the
 * answer. Null where the new version still shows its replies, so that a corrected date replaces the old one.
 */
export function carriedFirstReplyOn(
  stored: { readonly firstReplyOn: CalendarDate | null; readonly answers: readonly DatedAnswer[] },
  incoming: readonly DatedAnswer[],
): CalendarDate | null {
  const shown = stored.answers.filter((answer) => answer.answeredOn === stored.firstReplyOn);
  const wasHolding = shown.every((answer) => answer.kind === "holdingAnswer");
  const stillHolding = incoming.some((answer) => answer.kind === "holdingAnswer");
  if (shown.length > 0 && (!wasHolding || stillHolding)) return null;
  return stored.firstReplyOn;
}

function stateOf(answers: readonly DatedAnswer[]): QuestionState {
  const has = (kind: AnswerKind) => answers.some((answer) => answer.kind === kind);
  if (has("answer")) return "answered";
  if (has("authorNote")) return "converted";
  return has("holdingAnswer") ? "holding" : "open";
}

function earliest(answers: readonly DatedAnswer[]): CalendarDate | null {
  return answers
    .map((answer) => answer.answeredOn)
    .reduce<CalendarDate | null>((first, day) => (first === null || day < first ? day : first), null);
}
