import type { QuestionState } from "../answer-times.ts";
import { type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { DelayDoubt } from "../delay-doubt.ts";

/** What lateness is told from. */
export interface OwedAnswer {
  readonly state: QuestionState;
  /** Null where no rule was in force. */
  readonly answerDueOn: CalendarDate | null;
  /** Why its delays cannot be told; null where they can. */
  readonly delayDoubt: DelayDoubt | null;
}

/**
 * Calendar days since the last day on which an answer was on time; null on that day and before, where no answer is
 * awaited (a holding answer leaves the question waiting, an answer or the author's note does not), and where the page
 * leaves a doubt about it.
 */
export function daysOverdue(
  { state, answerDueOn, delayDoubt }: OwedAnswer,
  today: CalendarDate,
): number | null {
  const isAwaited = state === "open" || state === "holding";
  if (!isAwaited || delayDoubt !== null || answerDueOn === null || today <= answerDueOn) return null;
  return daysBetween(answerDueOn, today);
}
