import { and, lte, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { AnswerNature } from "../../domain/answer-nature/answer-nature.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** What questions are grouped by, as the database holds it; null where it is not known. */
export type StoredValue = number | string | null;

/** Questions that have all this in common, by the dates published up to a day. */
export interface AlikeQuestions {
  readonly group: StoredValue;
  /** `excluded`: its dates cannot be relied upon; the rest then means nothing. */
  readonly outcome: "answered" | "converted" | "open" | "excluded";
  readonly isReplied: boolean;
  /** What the answer is; null without one, and where it has no words. */
  readonly nature: AnswerNature | null;
  /** Null without an answer or without a deadline. */
  readonly isInTime: boolean | null;
  /** The deadline has passed, and the question was neither given up before nor withdrawn. */
  readonly isDue: boolean;
  readonly questions: number;
  /**
   * Three columns of one table: so many days from tabling to the answer, and to the first reply, took so many
   * of them. Without one, the days are those to the day the question was given up, or else to the day asked
   * for.
   */
  readonly substantiveDays: readonly number[];
  readonly firstReplyDays: readonly number[];
  readonly spanCounts: readonly number[];
  /** Of the open: the one that has waited longest, of several the one stored first; null for all others. */
  readonly oldest: readonly [negatedDays: number, id: number] | null;
}

export interface AlikeQuestionsOptions {
  readonly asOf: CalendarDate;
  readonly group: PgColumn | SQL;
}

/** The questions that meet a condition, as they stood at the end of a day. To be called within a transaction. */
export async function readAlikeQuestions(
  db: Database,
  condition: SQL | undefined,
  options: AlikeQuestionsOptions,
): Promise<AlikeQuestions[]> {
  await db.execute(ROOM_FOR_HASHING);
  return selectRows<AlikeQuestions>(db, alikeQuestions(condition, options));
}

/**
 * The statement that finds them. One that looks at columns of the index `questions_for_delays` alone is
 * answered from it, without a look at the rows, which are long; hence nothing is joined, and what has a name
 * is named afterwards. Both clocks are read in one pass: most questions are alike in both. The days come as
 * JSON, since tens of thousands of rows would keep this process busy for as long as PostgreSQL takes to find
 * them.
 */
export function alikeQuestions(condition: SQL | undefined, { asOf, group }: AlikeQuestionsOptions): SQL {
  const { id, tabledOn, firstReplyOn, answeredOn, convertedOn, answerDueOn, answerNature, delayDoubt } =
    questions;
  const day = sql`${asOf}::date`;
  const isAnswered = sql`${answeredOn} <= ${day}`;
  const isReplied = sql`${firstReplyOn} <= ${day}`;
  const lastOn = sql`least(${convertedOn}, ${day})`;
  return sql`
    with alike as (
      select
        ${group} as "group",
        case
          when ${delayDoubt} <> 'withdrawn' then 'excluded'
          when ${isAnswered} then 'answered'
          when ${convertedOn} <= ${day} then 'converted'
          else 'open'
        end as outcome,
        (${isReplied}) is true as is_replied,
        case when ${isAnswered} then ${answerNature} end as nature,
        case when ${isAnswered} then ${answeredOn} <= ${answerDueOn} end as is_in_time,
        (${answerDueOn} < ${day}) is true and (${convertedOn} <= ${answerDueOn}) is not true
          and ${delayDoubt} is null as is_due,
        case when ${isAnswered} then ${answeredOn} else ${lastOn} end - ${tabledOn} as substantive_days,
        case when ${isReplied} then ${firstReplyOn} else ${lastOn} end - ${tabledOn} as first_reply_days,
        count(*) as questions,
        min(${id}) as first_id
      from ${questions}
      where ${and(condition, lte(tabledOn, asOf))}
      group by 1, 2, 3, 4, 5, 6, 7, 8
    )
    select
      "group", outcome, is_replied as "isReplied", nature, is_in_time as "isInTime", is_due as "isDue",
      sum(questions)::int8 as questions,
      json_agg(substantive_days) as "substantiveDays",
      json_agg(first_reply_days) as "firstReplyDays",
      json_agg(questions) as "spanCounts",
      min(array[-substantive_days, first_id]) filter (where outcome = 'open') as oldest
    from alike
    group by 1, 2, 3, 4, 5, 6`;
}

/**
 * PostgreSQL cannot know how few kinds of questions there are, and with the memory it gives by default it
 * would sort them all, on disk. It takes what it needs of this: some 10 MB for 140,000 questions.
 */
const ROOM_FOR_HASHING = sql`set local work_mem = '32MB'`;
