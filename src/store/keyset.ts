import { and, asc, desc, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { questions } from "./schema/index.ts";

/** Orders a list may have; `-` is newest first. By answer, unanswered questions come last either way. */
export const QUESTION_SORTS = ["tabledOn", "-tabledOn", "answeredOn", "-answeredOn"] as const;

export type QuestionSort = (typeof QUESTION_SORTS)[number];

/**
 * Where a page ended: what comes next is everything after it in the same order, whatever has arrived since.
 */
export interface PageKey {
  /** Whether the page ended among the unanswered questions of a list ordered by answer. */
  readonly unanswered: boolean;
  /** Day of the last question on the page: of its answer, or of its tabling where that gives the order. */
  readonly day: CalendarDate;
  readonly id: number;
}

/** A part of a list that one index gives in order: by `day`, then by id. */
export interface Stretch {
  readonly unanswered: boolean;
  readonly day: "tabledOn" | "answeredOn";
  readonly condition: SQL | undefined;
  readonly order: readonly SQL[];
}

/**
 * What is left of a list after `key` (all of it where the key is null), as stretches in order. A list by
 * answer has two, the answered questions and then the others, because no one index puts the unanswered last
 * both ways.
 */
export function stretchesOf(sort: QuestionSort, key: PageKey | null): Stretch[] {
  const newestFirst = sort.startsWith("-");
  if (sort.endsWith("tabledOn")) return [stretch({ day: "tabledOn", unanswered: false, newestFirst, key })];

  const isUnanswered = isNull(questions.answeredOn);
  const rest = { day: "tabledOn", unanswered: true, newestFirst, only: isUnanswered } as const;
  if (key?.unanswered === true) return [stretch({ ...rest, key })];
  const only = isNotNull(questions.answeredOn);
  return [
    stretch({ day: "answeredOn", unanswered: false, newestFirst, only, key }),
    stretch({ ...rest, key: null }),
  ];
}

interface StretchOptions extends Pick<Stretch, "day" | "unanswered"> {
  readonly newestFirst: boolean;
  readonly only?: SQL;
  readonly key: PageKey | null;
}

function stretch({ day, unanswered, newestFirst, only, key }: StretchOptions): Stretch {
  const direction = newestFirst ? desc : asc;
  const beyond = newestFirst ? sql`<` : sql`>`;
  const afterKey =
    key === null
      ? undefined
      : sql`(${questions[day]}, ${questions.id}) ${beyond} (${key.day}::date, ${key.id}::bigint)`;
  return {
    day,
    unanswered,
    condition: and(only, afterKey),
    order: [direction(questions[day]), direction(questions.id)],
  };
}
