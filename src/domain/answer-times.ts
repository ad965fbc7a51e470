import type { AnswerNature } from "./answer-nature/answer-nature.ts";
import type { JudgedAnswer } from "./answer-nature/judge-nature.ts";
import { isHolding, isReply, natureOf } from "./answer-nature/nature-of.ts";
import { type CalendarDate, daysBetween } from "./calendar-date.ts";

/** `converted`: the author gave the written answer up (art. 144.4). */
export type QuestionState = "open" | "holding" | "answered" | "converted";

/** The two clocks of a question. */
export interface AnswerTimes {
  readonly state: QuestionState;
  /** Date of the first thing a minister sent, holding answers included; null while there is none. */
  readonly firstReplyOn: CalendarDate | null;
  /** Date of the first answer that does not hold the author off; null while there is none. */
  readonly answeredOn: CalendarDate | null;
  /** What that answer is; null without one, and where it has no words to tell. */
  readonly answerNature: Exclude<AnswerNature, "holding"> | null;
  /** Date on which the author gave the written answer up; null while nobody did. */
  readonly convertedOn: CalendarDate | null;
}

type DatedAnswer = JudgedAnswer & { readonly answeredOn: CalendarDate };

/**
 * Both clocks from what the page publishes. Dates stay as published even where one precedes the question. `carriedOn` is
 * the date of a first reply that the page no longer shows (`carriedFirstReplyOn`).
 */
export function answerTimes(
  answers: readonly DatedAnswer[],
  carriedOn: CalendarDate | null = null,
): AnswerTimes {
  const replies = answers.filter(isReply);
  const settling = replies.filter((reply) => !isHolding(reply));
  const answeredOn = earliest(settling);
  const first = settling.find((answer) => answer.answeredOn === answeredOn);
  const convertedOn = earliest(answers.filter((answer) => !isReply(answer)));
  return {
    state: stateOf(answers, settling),
    firstReplyOn: earliest([...replies, ...(carriedOn === null ? [] : [{ answeredOn: carriedOn }])]),
    answeredOn,
    answerNature: first === undefined ? null : settledNature(first),
    convertedOn,
  };
}

/**
 * Days between tabling and a published date, 0 on the day of tabling; null without a date, and where it precedes the
 * tabling, so that an impossible date never enters a figure about delays.
 */
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
  const wereHolding = firstRepliesShown(stored).every(isHolding);
  return wereHolding && !page.some(isHolding) ? stored.firstReplyOn : carriedBefore(stored);
}

const firstRepliesShown = ({ answers, firstReplyOn }: StoredReplies) =>
  answers.filter((answer) => isReply(answer) && answer.answeredOn === firstReplyOn);

function stateOf(answers: readonly DatedAnswer[], settling: readonly DatedAnswer[]): QuestionState {
  if (settling.length > 0) return "answered";
  if (!answers.every(isReply)) return "converted";
  return answers.length > 0 ? "holding" : "open";
}

function settledNature(answer: JudgedAnswer): AnswerTimes["answerNature"] {
  const nature = natureOf(answer)?.nature ?? null;
  return nature === "holding" ? null : nature;
}

const earliest = (dated: readonly { readonly answeredOn: CalendarDate }[]) =>
  dated.reduce<CalendarDate | null>(
    (first, { answeredOn }) => (first === null || answeredOn < first ? answeredOn : first),
    null,
  );
