import { and, eq, gte, inArray, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import type { QuestionState } from "../domain/answer-times.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { questions } from "./schema/index.ts";

/** Which questions are meant; what is absent does not restrict. Days are inclusive at both ends. */
export interface QuestionFilter {
  readonly ministerId?: number | undefined;
  readonly authorId?: number | undefined;
  readonly session?: string | undefined;
  /** Any of these. */
  readonly states?: readonly QuestionState[] | undefined;
  readonly tabledFrom?: CalendarDate | undefined;
  readonly tabledTo?: CalendarDate | undefined;
  readonly answeredFrom?: CalendarDate | undefined;
  readonly answeredTo?: CalendarDate | undefined;
  /** Present version stored at this instant or later. */
  readonly modifiedSince?: Date | undefined;
}

/** The filter as a condition on `questions`, always within one parliament. */
export function conditionOf(parliament: string, filter: QuestionFilter): SQL | undefined {
  return and(
    eq(questions.parliament, parliament),
    given(filter.ministerId, (id) => eq(questions.addressedToId, id)),
    given(filter.authorId, (id) => eq(questions.askedById, id)),
    given(filter.session, (session) => eq(questions.session, session)),
    given(filter.states, anyState),
    given(filter.tabledFrom, (day) => gte(questions.tabledOn, day)),
    given(filter.tabledTo, (day) => lte(questions.tabledOn, day)),
    given(filter.answeredFrom, (day) => gte(questions.answeredOn, day)),
    given(filter.answeredTo, (day) => lte(questions.answeredOn, day)),
    given(filter.modifiedSince, (instant) => gte(questions.modifiedAt, instant)),
  );
}

function given<T>(value: T | undefined, condition: (value: T) => SQL | undefined): SQL | undefined {
  return value === undefined ? undefined : condition(value);
}

/**
 * Says what a state means for `answered_on` as well, because the partial indexes are chosen by that column.
 */
function anyState(states: readonly QuestionState[]): SQL | undefined {
  const isAnswered = states.map((state) => state === "answered");
  return and(
    inArray(questions.state, [...states]),
    isAnswered.every((answered) => answered) ? isNotNull(questions.answeredOn) : undefined,
    isAnswered.some((answered) => answered) ? undefined : isNull(questions.answeredOn),
  );
}
