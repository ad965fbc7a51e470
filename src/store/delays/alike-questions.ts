import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Database } from "../database.ts";
import { questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** How many questions of a group have all this in common, by the dates published up to a day. */
export interface AlikeQuestions {
  /** What they are grouped by, as it is stored; null where that is not known. */
  readonly group: number | string | null;
  /** `excluded`: a published date precedes the question; the rest then says nothing. */
  readonly outcome: "answered" | "converted" | "open" | "excluded";
  /** Days from tabling to the answer; without one, to the day they were given up, or else to the day asked for. */
  readonly substantiveDays: number;
  /** Days to the first reply, or likewise. */
  readonly firstReplyDays: number;
  readonly isReplied: boolean;
  /** Of answers that are not of substance. */
  readonly nature: "referral" | "notCompetent" | null;
  /** Null without an answer, and without a deadline. */
  readonly isInTime: boolean | null;
  /** The deadline has passed, and they were not given up before it. */
  readonly isDue: boolean;
  readonly questions: number;
  /** The lowest id among them. */
  readonly firstId: number;
}

/**
 * The questions that meet a condition, as they stood on a day. Nothing is joined and only columns of the index
 * `questions_for_delays` are read, which then answers alone; whatever is told by a name is looked up afterwards.
 */
export function readAlikeQuestions(
  db: Database,
  condition: SQL | undefined,
  { asOf, group }: { readonly asOf: CalendarDate; readonly group: PgColumn | SQL },
): Promise<AlikeQuestions[]> {
  const { tabledOn, firstReplyOn, answeredOn, convertedOn, answerDueOn, answerNature, id } = questions;
  const day = sql`${asOf}::date`;
  const isAnswered = sql`${answeredOn} <= ${day}`;
  const leftOn = sql`least(${convertedOn}, ${day})`;
  return selectRows<AlikeQuestions>(
    db,
    sql`
      select
        ${group} as "group",
        case
          when least(${firstReplyOn}, ${answeredOn}, ${convertedOn}) < ${tabledOn} then 'excluded'
          when ${isAnswered} then 'answered'
          when ${convertedOn} <= ${day} then 'converted'
          else 'open'
        end as outcome,
        case when ${isAnswered} then ${answeredOn} else ${leftOn} end - ${tabledOn} as "substantiveDays",
        case when ${firstReplyOn} <= ${day} then ${firstReplyOn} else ${leftOn} end - ${tabledOn} as "firstReplyDays",
        (${firstReplyOn} <= ${day}) is true as "isReplied",
        case when ${isAnswered} then nullif(${answerNature}, 'substantive') end as nature,
        case when ${isAnswered} then ${answeredOn} <= ${answerDueOn} end as "isInTime",
        (${answerDueOn} < ${day}) is true and (${convertedOn} <= ${answerDueOn}) is not true as "isDue",
        count(*) as questions,
        min(${id}) as "firstId"
      from ${questions}
      where ${condition} and ${tabledOn} <= ${day}
      group by 1, 2, 3, 4, 5, 6, 7, 8`,
  );
}
