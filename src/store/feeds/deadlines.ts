import { and, desc, eq, exists, gt, gte, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { QuestionState } from "../../domain/answer-times.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import { conditionOf, isOwed, type QuestionFilter } from "../question-filter.ts";
import { questionEvents, questions } from "../schema/index.ts";
import { firstSourceId } from "./feed-question.ts";

/** The last day for an answer to a question, with what a calendar says of it. */
export interface FeedDeadline {
  readonly sourceId: string;
  /** The id under which the question was first kept. */
  readonly firstSourceId: string;
  readonly title: string;
  readonly tabledOn: CalendarDate;
  readonly askedBy: { readonly name: string; readonly party: string | null };
  readonly addressedTo: { readonly name: string; readonly office: string | null };
  readonly state: QuestionState;
  readonly answeredOn: CalendarDate | null;
  readonly answerDueOn: CalendarDate;
  readonly answerRuleId: string | null;
  /** When the question, its deadline included, was last changed. */
  readonly modifiedAt: Date;
}

export interface FeedDeadlines {
  /** Of questions that wait for an answer, the latest day first. */
  readonly awaited: readonly FeedDeadline[];
  /** Whether there are more of these than were asked for. */
  readonly isCutShort: boolean;
  /** Of questions seen waiting and settled since, the latest day first. */
  readonly settled: readonly FeedDeadline[];
}

export interface FeedDeadlineRequest {
  /** How many of either at most. */
  readonly limit: number;
  /** Settled ones are told where they were settled at this instant or later. */
  readonly settledSince: Date;
}

/**
 * Deadlines of the questions a filter means. State and lateness of the filter are those of a question that waits: they
 * do not keep a settled one from being told.
 */
export async function readDeadlines(
  db: Database,
  parliament: string,
  filter: QuestionFilter,
  { limit, settledSince }: FeedDeadlineRequest,
): Promise<FeedDeadlines> {
  const isAwaited = and(conditionOf(parliament, filter), isOwed());
  const wasSettled = and(
    conditionOf(parliament, { ...filter, states: undefined, overdueOn: undefined }),
    inArray(questions.state, ["answered", "converted"]),
    gte(questions.modifiedAt, settledSince),
    exists(settlements(db, settledSince)),
  );
  const awaited = await readRows(db, isAwaited, limit + 1);
  return {
    awaited: awaited.slice(0, limit),
    isCutShort: awaited.length > limit,
    settled: await readRows(db, wasSettled, limit),
  };
}

/** What a later version than the first told: a question first seen with its answer was never seen waiting. */
function settlements(db: Database, since: Date) {
  return db
    .select({ id: questionEvents.id })
    .from(questionEvents)
    .where(
      and(
        eq(questionEvents.parliament, questions.parliament),
        eq(questionEvents.questionId, questions.id),
        inArray(questionEvents.kind, ["answered", "converted"]),
        gt(questionEvents.revision, 1),
        gte(questionEvents.recordedAt, since),
      ),
    );
}

async function readRows(db: Database, condition: SQL | undefined, limit: number): Promise<FeedDeadline[]> {
  const rows = await db
    .select({
      sourceId: questions.sourceId,
      firstSourceId,
      title: questions.title,
      tabledOn: questions.tabledOn,
      askedBy: { name: questions.askedByName, party: questions.askedByParty },
      addressedTo: { name: questions.addressedToName, office: questions.addressedToOffice },
      state: questions.state,
      answeredOn: questions.answeredOn,
      answerDueOn: questions.answerDueOn,
      answerRuleId: questions.answerRuleId,
      modifiedAt: questions.modifiedAt,
    })
    .from(questions)
    .where(and(condition, isNotNull(questions.answerDueOn)))
    .orderBy(desc(questions.answerDueOn), desc(questions.id))
    .limit(limit);
  return rows.flatMap(({ answerDueOn, ...row }) => (answerDueOn === null ? [] : [{ ...row, answerDueOn }]));
}
