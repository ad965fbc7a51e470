import { and, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { DelayTally } from "../domain/delays/delay-tally.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { type AlikeQuestions, readAlikeQuestions } from "./delays/alike-questions.ts";
import { type DelayGrouping, GROUPINGS, type GroupName } from "./delays/groupings.ts";
import { sumUp } from "./delays/sum-up.ts";
import { conditionOf, type QuestionFilter } from "./question-filter.ts";
import { questions } from "./schema/index.ts";

export type { DelayGrouping } from "./delays/groupings.ts";

/** What some questions amount to, under the name they have in common. */
export interface DelayGroup extends DelayTally {
  /** Slug of the minister, party or portfolio, the session, or the month of tabling (`YYYY-MM`); `unknown`; `all`. */
  readonly key: string;
  /** As shown to readers. */
  readonly label: string;
}

export interface DelayReader {
  /**
   * The questions the filter finds, as they stood at the end of `asOf`: what is dated later has not happened, and a
   * question tabled later is not there. One group for each key that has a question, by key, and those of which it is not
   * known under `unknown`, last; with `by` null a single group, which is there without questions as well.
   */
  tallyDelays(filter: QuestionFilter, options: DelayOptions): Promise<DelayGroup[]>;
}

export interface DelayOptions {
  readonly asOf: CalendarDate;
  readonly by: DelayGrouping | null;
}

export function createDelayReader(database: Database, { parliament }: { parliament: string }): DelayReader {
  return {
    tallyDelays: (filter, { asOf, by }) =>
      atOneMoment(database, async (db) => {
        const { stored, naming, unknown } = GROUPINGS[by ?? "none"];
        const condition = conditionOf(parliament, filter);
        const rows = await readAlikeQuestions(db, condition, { asOf, group: stored });
        const namesOf = await naming(db, parliament);
        const groups = new Map<string, { name: GroupName; rows: AlikeQuestions[] }>();
        const groupOf = (name: GroupName) => {
          const group = groups.get(name.key) ?? { name, rows: [] };
          groups.set(name.key, group);
          return group;
        };
        if (by === null) for (const name of namesOf(null)) groupOf(name);
        for (const row of rows) {
          const names = namesOf(row.group);
          for (const name of names.length === 0 ? [unknown] : names) groupOf(name).rows.push(row);
        }
        const tallies = [...groups.values()].map(({ name, rows: own }) => ({ ...name, ...sumUp(own) }));
        const ids = tallies.flatMap(({ oldestOpenId }) => oldestOpenId ?? []);
        const oldest = await readOldest(db, parliament, ids);
        return tallies
          .map(({ oldestOpenId, ...tally }) => ({ ...tally, oldestOpen: oldest.get(oldestOpenId ?? 0) ?? null }))
          .sort((one, other) => (one.key < other.key ? -1 : 1));
      }),
  };
}

async function readOldest(db: Database, parliament: string, ids: readonly number[]) {
  const rows = await db
    .select({ id: questions.id, sourceId: questions.sourceId, tabledOn: questions.tabledOn })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.id, [...ids])));
  return new Map(rows.map(({ id, ...question }) => [id, question]));
}
