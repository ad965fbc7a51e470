import { and, eq, inArray, sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { DelayTally } from "../domain/delays/delay-tally.ts";
import type { Governments } from "../domain/offices/governments.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { readAlikeQuestions } from "./delays/alike-questions.ts";
import { groupRows, type GroupedRows } from "./delays/group-rows.ts";
import { type DelayGrouping, readGrouping } from "./delays/groupings.ts";
import { sumUp } from "./delays/sum-up.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { readGovernments } from "./reference/read-governments.ts";
import { questions } from "./schema/index.ts";

export { DELAY_GROUPINGS, type DelayGrouping, UNKNOWN_GROUP } from "./delays/groupings.ts";

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
   * dated later has not happened. A group for each key some question has, in no order; where `by` is null one
   * group, with or without questions. One question may be in several portfolios; every other
   * grouping adds up to the whole.
   */
  tallyDelays(filter: QuestionFilter, options: DelayOptions): Promise<DelayGroup[]>;
}

interface DelayReaderOptions {
  readonly parliament: string;
  /** What terms of portfolios are told by; those of the reference data by default. */
  readonly governments?: Governments;
}

export function createDelayReader(
  database: Database,
  { parliament, governments = readGovernments(parliament) }: DelayReaderOptions,
): DelayReader {
  return {
    tallyDelays: (filter, options) =>
      atOneMoment(database, async (db) => {
        const groups = await readGroups(db, { parliament, governments }, filter, options);
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
  scope: Required<DelayReaderOptions>,
  filter: QuestionFilter,
  { asOf, by }: DelayOptions,
): Promise<GroupedRows[]> {
  const condition = conditionOf(scope.parliament, filter);
  if (by === null) {
    const rows = await readAlikeQuestions(db, condition, { asOf, group: sql`null` });
    return [{ key: "all", label: "Toutes les questions", rows }];
  }
  const { stored, namesOf } = await readGrouping(db, by, scope);
  return groupRows(await readAlikeQuestions(db, condition, { asOf, group: stored }), namesOf);
}

async function readOldest(db: Database, parliament: string, ids: readonly number[]) {
  const rows = await db
    .select({ id: questions.id, sourceId: questions.sourceId, tabledOn: questions.tabledOn })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.id, [...ids])));
  return new Map(rows.map(({ id, ...question }) => [id, question]));
}
