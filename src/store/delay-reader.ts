import { and, eq, inArray, sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { DelayTally } from "../domain/delays/delay-tally.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { readAlikeQuestions } from "./delays/alike-questions.ts";
import { groupRows, type GroupedRows } from "./delays/group-rows.ts";
import { type DelayGrouping, GROUPINGS } from "./delays/groupings.ts";
import { sumUp } from "./delays/sum-up.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { questions } from "./schema/index.ts";

export type { DelayGrouping } from "./delays/groupings.ts";

/** What some questions amount to, and what they have in common. */
export interface DelayGroup extends DelayTally {
  /**
   * Slug of the minister or portfolio, the folded party, the session, the month of tabling (`YYYY-MM`);
   * `unknown` where that is not known; `all` where nothing is asked for.
   */
  readonly key: string;
  /** As shown to readers. */
  readonly label: string;
}

export interface DelayOptions {
  /** The day at whose end the questions are looked at. */
  readonly asOf: CalendarDate;
  /** Null: all in one group. */
  readonly by: DelayGrouping | null;
}

/** Counts how long questions of one parliament wait for their answers. */
export interface DelayReader {
  /**
   * The questions a filter finds now, as they stood on `asOf`: one tabled later is not there, and what is
   * dated later has not happened. A group for each key some question has, by key and the unknown last; where
   * `by` is null one group, with or without questions. One question may be in several portfolios; every other
   * grouping adds up to the whole.
   */
  tallyDelays(filter: QuestionFilter, options: DelayOptions): Promise<DelayGroup[]>;
}

export function createDelayReader(database: Database, { parliament }: { parliament: string }): DelayReader {
  return {
    tallyDelays: (filter, options) =>
      atOneMoment(database, async (db) => {
        const groups = await readGroups(db, parliament, filter, options);
        const tallies = groups.map(({ rows, ...name }) => ({ ...name, ...sumUp(rows) }));
        const oldest = await readOldest(
          db,
          parliament,
          tallies.flatMap(({ oldestOpenId }) => oldestOpenId ?? []),
        );
        return tallies.map(({ oldestOpenId, ...tally }) => {
          return { ...tally, oldestOpen: oldestOpenId === null ? null : (oldest.get(oldestOpenId) ?? null) };
        });
      }),
  };
}

async function readGroups(
  db: Database,
  parliament: string,
  filter: QuestionFilter,
  { asOf, by }: DelayOptions,
): Promise<GroupedRows[]> {
  const condition = conditionOf(parliament, filter);
  if (by === null) {
    const rows = await readAlikeQuestions(db, condition, { asOf, group: sql`null` });
    return [{ key: "all", label: "Toutes les questions", rows }];
  }
  const { stored, readNames } = GROUPINGS[by];
  const rows = await readAlikeQuestions(db, condition, { asOf, group: stored });
  return groupRows(rows, await readNames(db, parliament));
}

async function readOldest(db: Database, parliament: string, ids: readonly number[]) {
  const rows = await db
    .select({ id: questions.id, sourceId: questions.sourceId, tabledOn: questions.tabledOn })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.id, [...ids])));
  return new Map(rows.map(({ id, ...question }) => [id, question]));
}
