import { and, desc, sql } from "drizzle-orm";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { questions } from "./schema/index.ts";
import type { StoredQuestion } from "./stored-question.ts";
import { readWhole } from "./whole-questions.ts";

/**
 * Goes over all questions of a filter, whole and the newest first, a batch at a time: a batch is only read when it
 * is asked for, and nothing is held in between, so that others are not kept waiting and whoever stops early owes
 * nothing.
 *
 * Each question is as it was at one moment, and so are all of a batch. One that meets the filter from the first
 * batch to the last comes exactly once, whatever else arrives meanwhile; one that begins or ceases to meet it may
 * come or not. A question whose day of tabling is corrected meanwhile may be missed or come twice.
 */
export type WalkQuestions = (filter: QuestionFilter) => AsyncGenerator<readonly StoredQuestion[], void>;

interface QuestionWalkOptions {
  readonly parliament: string;
  /** How many questions are held in memory at a time; about a megabyte of text by default. */
  readonly batchSize?: number;
}

export function createQuestionWalk(
  database: Database,
  { parliament, batchSize = 200 }: QuestionWalkOptions,
): WalkQuestions {
  return async function* walkQuestions(filter) {
    const wanted = conditionOf(parliament, filter);
    const readBatch = (after: StoredQuestion | undefined) =>
      atOneMoment(database, (db) =>
        readWhole(db, parliament, {
          condition: and(wanted, after && isOlder(after)),
          order: [desc(questions.tabledOn), desc(questions.id)],
          limit: batchSize,
        }),
      );

    let last: StoredQuestion | undefined;
    do {
      const batch = await readBatch(last);
      if (batch.length > 0) yield batch;
      last = batch.length < batchSize ? undefined : batch.at(-1);
    } while (last !== undefined);
  };
}

const isOlder = ({ tabledOn, id }: StoredQuestion) =>
  sql`(${questions.tabledOn}, ${questions.id}) < (${tabledOn}::date, ${id}::bigint)`;
