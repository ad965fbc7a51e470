import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { addDays, type CalendarDate, SITE_TIME_ZONE, startOfDay } from "../../domain/calendar-date.ts";
import type { EventKind } from "../../domain/question-events.ts";
import type { Database } from "../database.ts";
import { conditionOf, type QuestionFilter } from "../question-filter.ts";
import { questionEvents, questions } from "../schema/index.ts";
import { type FeedQuestion, readFeedQuestions } from "./feed-question.ts";

/** `overdue`: the deadline passed without an answer. It is never stored, as no lateness is, but told by the dates. */
export type FeedEventKind = EventKind | "overdue";

interface Recorded {
  readonly id: number;
  readonly kind: EventKind;
  /** The day the source gives for it; null where it gives none. */
  readonly occurredOn: CalendarDate | null;
  /** When it became known. */
  readonly at: Date;
}

interface Overdue {
  readonly id: null;
  readonly kind: "overdue";
  /** The first day too late. */
  readonly occurredOn: CalendarDate;
  /** When that day began. */
  readonly at: Date;
}

/** Something that happened to a question, with the question as it stands now. */
export type FeedEvent = (Recorded | Overdue) & { readonly question: FeedQuestion };

/**
 * From where on the events of a page are taken, these included. What was recorded and what is told by dates are two
 * rows of events, each with an order of its own; null where nothing is left of one.
 */
export interface EventPosition {
  readonly recorded: number | null;
  readonly overdue: OverdueKey | null;
}

export interface OverdueKey {
  readonly dueOn: CalendarDate;
  readonly questionId: number;
}

export const NEWEST_EVENT: EventPosition = {
  recorded: Number.MAX_SAFE_INTEGER,
  overdue: { dueOn: "9999-12-31" as CalendarDate, questionId: Number.MAX_SAFE_INTEGER },
};

/** Whose events to read, and which part of them. */
export interface FeedEventRequest {
  readonly filter: QuestionFilter;
  /** Of this question alone; undefined: of all the filter means. */
  readonly sourceId?: string | undefined;
  readonly kinds: readonly FeedEventKind[];
  readonly from: EventPosition;
  readonly limit: number;
  readonly today: CalendarDate;
}

export interface FeedEventPage {
  readonly items: readonly FeedEvent[];
  /** Null on the last page. */
  readonly next: EventPosition | null;
}

/** Events of the questions a filter means, the newest first. */
export async function readEventPage(
  db: Database,
  parliament: string,
  request: FeedEventRequest,
): Promise<FeedEventPage> {
  const recorded = await readRecorded(db, parliament, request);
  const overdue = await readOverdue(db, parliament, request);
  const shown = newestFirst(recorded, overdue).slice(0, request.limit);
  const ids = [...new Set(shown.map(({ questionId }) => questionId))];
  const byId = await readFeedQuestions(db, parliament, ids);
  const told = shown.filter(({ kind }) => kind === "overdue").length;
  const next = {
    recorded: recorded[shown.length - told]?.id ?? null,
    overdue: keyOf(overdue[told]),
  };
  return {
    items: shown.map(({ questionId, ...event }) => ({ ...event, question: byId.get(questionId)! })),
    next: next.recorded === null && next.overdue === null ? null : next,
  };
}

type Row<Event> = Event & { readonly questionId: number };

const keyOf = (row: Row<Overdue> | undefined): OverdueKey | null =>
  row === undefined ? null : { dueOn: addDays(row.occurredOn, -1), questionId: row.questionId };

async function readRecorded(
  db: Database,
  parliament: string,
  { filter, sourceId, kinds, from, limit }: FeedEventRequest,
): Promise<Row<Recorded>[]> {
  const wanted = kinds.filter((kind) => kind !== "overdue");
  if (from.recorded === null || wanted.length === 0) return [];
  const isOfQuestion = and(
    eq(questions.parliament, questionEvents.parliament),
    eq(questions.id, questionEvents.questionId),
  );
  return db
    .select({
      id: questionEvents.id,
      kind: questionEvents.kind,
      occurredOn: questionEvents.occurredOn,
      at: questionEvents.recordedAt,
      questionId: questionEvents.questionId,
    })
    .from(questionEvents)
    .innerJoin(questions, isOfQuestion)
    .where(
      and(
        eq(questionEvents.parliament, parliament),
        conditionOf(parliament, filter),
        sourceId === undefined ? undefined : eq(questions.sourceId, sourceId),
        inArray(questionEvents.kind, wanted),
        lte(questionEvents.id, from.recorded),
      ),
    )
    .orderBy(desc(questionEvents.id))
    .limit(limit + 1);
}

/** Also of questions that were answered since: that they were late stays true. */
async function readOverdue(
  db: Database,
  parliament: string,
  { filter, sourceId, kinds, from, limit, today }: FeedEventRequest,
): Promise<Row<Overdue>[]> {
  if (from.overdue === null || !kinds.includes("overdue")) return [];
  const { dueOn, questionId } = from.overdue;
  const rows = await db
    .select({ dueOn: questions.answerDueOn, questionId: questions.id })
    .from(questions)
    .where(
      and(
        conditionOf(parliament, filter),
        sourceId === undefined ? undefined : eq(questions.sourceId, sourceId),
        isNotNull(questions.answerDueOn),
        lt(questions.answerDueOn, today),
        isNull(questions.delayDoubt),
        or(isNull(questions.answeredOn), gt(questions.answeredOn, questions.answerDueOn)),
        or(isNull(questions.convertedOn), gt(questions.convertedOn, questions.answerDueOn)),
        sql`(${questions.answerDueOn}, ${questions.id}) <= (${dueOn}::date, ${questionId}::bigint)`,
      ),
    )
    .orderBy(desc(questions.answerDueOn), desc(questions.id))
    .limit(limit + 1);
  return rows.flatMap(({ dueOn, questionId }) => (dueOn === null ? [] : [overdueEvent(dueOn, questionId)]));
}

function overdueEvent(dueOn: CalendarDate, questionId: number): Row<Overdue> {
  const lateOn = addDays(dueOn, 1);
  const at = startOfDay(lateOn, SITE_TIME_ZONE);
  return { id: null, kind: "overdue", occurredOn: lateOn, at, questionId };
}

/** Two rows of events as one; neither loses its own order. */
function newestFirst(
  recorded: readonly Row<Recorded>[],
  overdue: readonly Row<Overdue>[],
): Row<Recorded | Overdue>[] {
  const merged: Row<Recorded | Overdue>[] = [];
  let told = 0;
  for (const event of recorded) {
    while (told < overdue.length && overdue[told]!.at > event.at) merged.push(overdue[told++]!);
    merged.push(event);
  }
  return [...merged, ...overdue.slice(told)];
}
