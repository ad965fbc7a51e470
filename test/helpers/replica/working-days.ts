import type { CalendarDate } from "../../../src/domain/calendar-date.ts";
import { day } from "../questions.ts";

const A_MONDAY = Date.parse("1970-01-05T00:00:00Z");
const DAY_MS = 86_400_000;

/** The days from Monday to Friday, numbered one after the other. */
export function workingDay(number: number): CalendarDate {
  const weeks = Math.floor(number / 5);
  const days = 7 * weeks + (number - 5 * weeks);
  return day(new Date(A_MONDAY + days * DAY_MS).toISOString().slice(0, 10));
}

/** The number of a working day; on a weekend, that of the Monday after it. */
export function workingDayNumber(date: CalendarDate): number {
  const days = (Date.parse(date) - A_MONDAY) / DAY_MS;
  const weeks = Math.floor(days / 7);
  return 5 * weeks + Math.min(days - 7 * weeks, 5);
}
