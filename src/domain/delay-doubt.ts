import { isHolding } from "./answer-nature/nature-of.ts";
import type { AnswerTimes } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { QuestionContent } from "./question-content.ts";
import { isWithdrawalNotice } from "./withdrawal.ts";

/**
 * Why the delays of a question cannot be told, so that it is not called late, and enters no figure. `impossibleDates`:
 * something is dated before the question, or after the day on which the page was read. `unreadItems`: the page announces
 * more items than it shows, and one of them may be the answer. `promiseDate`: the answer was put in the place of a promise
 * without a date of its own. `withdrawn`: in the place of the question the page has the notice that its author withdrew
 * it, on a day that it does not tell; the dates that it does tell are sound, and enter the figures.
 */
export const DELAY_DOUBTS = ["impossibleDates", "unreadItems", "promiseDate", "withdrawn"] as const;

export type DelayDoubt = (typeof DELAY_DOUBTS)[number];

/** What is known of a question beside its clocks. */
interface DoubtedQuestion {
  /** Every version, the present one last. */
  readonly versions: readonly QuestionContent[];
  /** Null where the page does not announce its items. */
  readonly announcedItems: number | null;
  /** The day on which its page was last read. */
  readonly readOn: CalendarDate;
}

/** Why the delays of a question cannot be told, the gravest reason first; null where they can. */
export function delayDoubtOf(
  { firstReplyOn, answeredOn, convertedOn }: AnswerTimes,
  { versions, announcedItems, readOn }: DoubtedQuestion,
): DelayDoubt | null {
  const { tabledOn, answers, questionText } = versions.at(-1)!;
  const dates = [tabledOn, firstReplyOn, answeredOn, convertedOn].filter((date) => date !== null);
  if (dates.some((date) => date < tabledOn || date > readOn)) return "impossibleDates";
  if (announcedItems !== null && announcedItems > answers.length + 1) return "unreadItems";
  if (answeredOn !== null && isDateOfPromise(answeredOn, versions)) return "promiseDate";
  return isWithdrawalNotice(questionText) ? "withdrawn" : null;
}

function isDateOfPromise(answeredOn: CalendarDate, versions: readonly QuestionContent[]): boolean {
  const promises = ({ answers }: QuestionContent) =>
    answers.filter((answer) => answer.answeredOn === answeredOn && isHolding(answer));
  const [present, ...earlier] = versions.toReversed();
  return promises(present!).length === 0 && earlier.some((version) => promises(version).length > 0);
}
