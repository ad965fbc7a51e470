import type { QuestionState } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";

/**
 * What an id of the site is known to be. `refused`: a page came that could not be read as any kind of record.
 * `failed`: no page ever came. An id without an entry was not looked at yet.
 */
export type PageStatus = "question" | "otherKind" | "absent" | "refused" | "failed";

/** What decides how often the page of a question is looked at. */
export interface QuestionFacts {
  readonly state: QuestionState;
  readonly tabledOn: CalendarDate;
  readonly answeredOn: CalendarDate | null;
}
