import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { QuestionState } from "../domain/answer-times.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { questions } from "./schema/index.ts";

/** Which questions are meant; what is absent does not restrict. Days are inclusive at both ends. */
export interface QuestionFilter {
  readonly ministerId?: number | undefined;
  readonly authorId?: number | undefined;
  /** Any of these spellings, of the author's party on the day of the question. */
  readonly parties?: readonly string[] | undefined;
  /** What was addressed to its holder on the day of the question. */
  readonly portfolio?: HeldPortfolio | undefined;
  readonly session?: string | undefined;
  /** Any of these. */
  readonly states?: readonly QuestionState[] | undefined;
  /** Still without an answer on this day, the deadline having passed before it. */
  readonly overdueOn?: CalendarDate | undefined;
  readonly tabledFrom?: CalendarDate | undefined;
  readonly tabledTo?: CalendarDate | undefined;
  readonly answeredFrom?: CalendarDate | undefined;
  readonly answeredTo?: CalendarDate | undefined;
  /** Present version stored at this instant or later. */
  readonly modifiedSince?: Date | undefined;
  /** What `store/search` made of a search. */
  readonly words?: SearchedWords | undefined;
}

/** Words to be found, as PostgreSQL writes a `tsquery`; empty where nothing can be found. */
export interface SearchedWords {
  /** Anywhere. */
  readonly tsquery: string;
  /** In the title or in the question itself. */
  readonly askedTsquery: string;
  /** Whether some words must not be found. */
  readonly hasExcluded: boolean;
  /** Whether some must stand side by side. */
  readonly hasPhrase: boolean;
}

/** Whether a question has the words; the index of words finds those that do. */
export const hasWords = ({ tsquery }: SearchedWords): SQL =>
  sql`${questions.searchVector} @@ ${tsquery}::tsquery`;

/** Who held a portfolio when, as far as titles on pages tell. */
export interface HeldPortfolio {
  /** The offices whose title holds it. */
  readonly officeIds: readonly number[];
  /** For questions printed without a title: between which days those who held it were seen to. */
  readonly terms: readonly PortfolioTerm[];
}

/** Both days included. */
export interface PortfolioTerm {
  readonly ministerId: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The filter as a condition on `questions`, always within one parliament. All but `modifiedSince` and `words`
 * looks at columns of the index `questions_for_delays` alone.
 */
export function conditionOf(parliament: string, filter: QuestionFilter): SQL | undefined {
  return and(
    eq(questions.parliament, parliament),
    given(filter.ministerId, (id) => eq(questions.addressedToId, id)),
    given(filter.authorId, (id) => eq(questions.askedById, id)),
    given(filter.parties, (parties) => inArray(questions.askedByParty, [...parties])),
    given(filter.portfolio, isAddressedToHolder),
    given(filter.session, (session) => eq(questions.session, session)),
    given(filter.states, anyState),
    given(filter.overdueOn, isOverdue),
    given(filter.tabledFrom, (day) => gte(questions.tabledOn, day)),
    given(filter.tabledTo, (day) => lte(questions.tabledOn, day)),
    given(filter.answeredFrom, (day) => gte(questions.answeredOn, day)),
    given(filter.answeredTo, (day) => lte(questions.answeredOn, day)),
    given(filter.modifiedSince, (instant) => gte(questions.modifiedAt, instant)),
    given(filter.words, hasWords),
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

export function isOverdue(today: CalendarDate): SQL | undefined {
  return and(isOwed(), lt(questions.answerDueOn, today));
}

/** Open or held, and no doubt about it, in the words of the partial index of questions owed. */
export function isOwed(): SQL | undefined {
  return and(isNull(questions.answeredOn), isNull(questions.convertedOn), isNull(questions.delayDoubt));
}

function isAddressedToHolder({ officeIds, terms }: HeldPortfolio): SQL | undefined {
  const withoutTitle = terms.map(({ ministerId, from, to }) =>
    and(eq(questions.addressedToId, ministerId), gte(questions.tabledOn, from), lte(questions.tabledOn, to)),
  );
  return or(
    inArray(questions.officeId, [...officeIds]),
    terms.length === 0 ? undefined : and(isNull(questions.officeId), or(...withoutTitle)),
  );
}
