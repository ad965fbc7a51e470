import type { CalendarDate } from "./calendar-date.ts";
import type { AnswerKind, ParsedAnswer } from "./parsed-question.ts";
import type { Change, QuestionContent } from "./question-difference.ts";

/**
 * `tabled`: first seen. `holdingAnswer`, `answered`: a minister's answer appeared. `converted`: the author's note
 * appeared. `corrected`: something published before reads differently now.
 */
export type EventKind = "tabled" | "holdingAnswer" | "answered" | "converted" | "corrected";

/** Something that happened to a question; `occurredOn` is the published day, null where the page gives none. */
export interface QuestionEvent {
  readonly kind: EventKind;
  readonly occurredOn: CalendarDate | null;
}

const EVENT_OF_ANSWER: Readonly<Record<AnswerKind, EventKind>> = {
  answer: "answered",
  holdingAnswer: "holdingAnswer",
  authorNote: "converted",
};

const answerEvent = (answer: ParsedAnswer): QuestionEvent => ({
  kind: EVENT_OF_ANSWER[answer.kind],
  occurredOn: answer.answeredOn,
});

/** What the first version of a question tells readers. */
export function eventsOfFirstVersion(content: QuestionContent): QuestionEvent[] {
  return [{ kind: "tabled", occurredOn: content.tabledOn }, ...content.answers.map(answerEvent)];
}

/** What a later version tells: one event per new answer, and one for all corrections together. */
export function eventsOfChange(newAnswers: readonly ParsedAnswer[], changes: readonly Change[]): QuestionEvent[] {
  const corrected = changes.some((change) => change.kind !== "answerAdded");
  return [
    ...newAnswers.map(answerEvent),
    ...(corrected ? [{ kind: "corrected", occurredOn: null } as const] : []),
  ];
}
