import { isHolding } from "./answer-nature/nature-of.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { ParsedAnswer } from "./parsed-question.ts";
import type { QuestionContent } from "./question-content.ts";
import type { Change } from "./question-difference.ts";

/**
 * `tabled`: first seen. `holdingAnswer`, `answered`: a minister's answer appeared, by its nature. `converted`: the author's
 * note appeared. `corrected`: something published before reads differently now. `disappeared`, `reappeared`: the page is
 * no longer shown, or is shown again.
 */
export type EventKind =
  "tabled" | "holdingAnswer" | "answered" | "converted" | "corrected" | "disappeared" | "reappeared";

/** Something that happened to a question; `occurredOn` is the published day, null where the page gives none. */
export interface QuestionEvent {
  readonly kind: EventKind;
  readonly occurredOn: CalendarDate | null;
}

const answerEvent = (answer: ParsedAnswer): QuestionEvent => ({
  kind: eventOfAnswer(answer),
  occurredOn: answer.answeredOn,
});

function eventOfAnswer(answer: ParsedAnswer): EventKind {
  if (answer.kind === "authorNote") return "converted";
  return isHolding(answer) ? "holdingAnswer" : "answered";
}

/** What the first version of a question tells readers. */
export function eventsOfFirstVersion(content: QuestionContent): QuestionEvent[] {
  return [{ kind: "tabled", occurredOn: content.tabledOn }, ...content.answers.map(answerEvent)];
}

/** What a later version tells: one event per new answer, and one for all corrections together. */
export function eventsOfChange(changes: readonly Change[]): QuestionEvent[] {
  const isCorrected = changes.some(isCorrection);
  return [
    ...eventsOfReading(changes),
    ...(isCorrected ? [{ kind: "corrected", occurredOn: null } as const] : []),
  ];
}

/**
 * What another reading of the same bytes tells: answers found in them. What reads differently was put right by our
 * parser, and nobody is told that the Parliament corrected something.
 */
export function eventsOfReading(changes: readonly Change[]): QuestionEvent[] {
  return changes.flatMap((change) => (change.kind === "answerAdded" ? [answerEvent(change.after)] : []));
}

/** A holding answer that gave way is the normal course of things. */
function isCorrection(change: Change): boolean {
  return change.kind === "edited" || (change.kind === "answerRemoved" && !isHolding(change.before));
}
