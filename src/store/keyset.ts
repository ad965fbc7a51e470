import { and, asc, desc, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { isOverdue } from "./question-filter.ts";
import { questions } from "./schema/index.ts";

/**
 * Orders a list may have; `-` is newest first. By answer, unanswered questions come last either way; by lateness, the
 * most overdue come first, and what is not overdue follows, newest first. What is relevant to words is
 * said in `store/search`; without words all is equally relevant, and the newest come first.
 */
export const QUESTION_SORTS = [
  "relevance",
  "tabledOn",
  "-tabledOn",
  "answeredOn",
  "-answeredOn",
  "daysOverdue",
] as const;

export type QuestionSort = (typeof QUESTION_SORTS)[number];

/**
 * Where a page ended: what comes next is everything after it in the same order, whatever has arrived since.
 */
export interface PageKey {
  /** Which part of the list the page ended in; 0 for the first. */
  readonly stretch: number;
  /** The day that gives the order there. */
  readonly day: CalendarDate;
  readonly id: number;
  /** By relevance: the rank of that question, and the newest one there was when the list began. */
  readonly relevance?: { readonly rank: number; readonly newestId: number } | undefined;
}

/** A part of a list that one index gives in order: by `day`, then by id. */
export interface Stretch {
  readonly stretch: number;
  readonly day: "tabledOn" | "answeredOn" | "answerDueOn";
  readonly condition: SQL | undefined;
  readonly order: readonly SQL[];
}

interface Part extends Pick<Stretch, "day"> {
  readonly newestFirst: boolean;
  readonly only?: SQL | undefined;
}

/**
 * What is left of a list after `key` (all of it where the key is null), as stretches in order: no one index puts the
 * unanswered last both ways, or what is not overdue after what is on the day `today`.
 */
export function stretchesOf(sort: QuestionSort, key: PageKey | null, today: CalendarDate): Stretch[] {
  return partsOf(sort, today).flatMap((part, number) => {
    if (key !== null && number < key.stretch) return [];
    return [stretchOf(part, number, key?.stretch === number ? key : null)];
  });
}

/** How many parts a list in this order has. */
export const STRETCH_COUNTS: Readonly<Record<QuestionSort, number>> = {
  relevance: 3,
  tabledOn: 1,
  "-tabledOn": 1,
  answeredOn: 2,
  "-answeredOn": 2,
  daysOverdue: 2,
};

function partsOf(sort: QuestionSort, today: CalendarDate): Part[] {
  const newestFirst = sort.startsWith("-");
  switch (sort) {
    case "relevance":
      return [{ day: "tabledOn", newestFirst: true }];
    case "tabledOn":
    case "-tabledOn":
      return [{ day: "tabledOn", newestFirst }];
    case "answeredOn":
    case "-answeredOn":
      return [
        { day: "answeredOn", newestFirst, only: isNotNull(questions.answeredOn) },
        { day: "tabledOn", newestFirst, only: isNull(questions.answeredOn) },
      ];
    case "daysOverdue":
      return [
        { day: "answerDueOn", newestFirst: false, only: isOverdue(today) },
        { day: "tabledOn", newestFirst: true, only: sql`(${isOverdue(today)}) is not true` },
      ];
  }
}

function stretchOf({ day, newestFirst, only }: Part, stretch: number, key: PageKey | null): Stretch {
  const column: PgColumn = questions[day];
  const direction = newestFirst ? desc : asc;
  const beyond = newestFirst ? sql`<` : sql`>`;
  const afterKey =
    key === null
      ? undefined
      : sql`(${column}, ${questions.id}) ${beyond} (${key.day}::date, ${key.id}::bigint)`;
  return {
    stretch,
    day,
    condition: and(only, afterKey),
    order: [direction(column), direction(questions.id)],
  };
}
