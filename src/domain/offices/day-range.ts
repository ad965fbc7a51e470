import { type CalendarDate, findCalendarDate } from "../calendar-date.ts";

/** A day that is known, or known to lie between two days, both included. */
export interface DayRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

const LONGEST_MONTH = [31, 30, 29, 28];

/** The days that a date known to the day, the month or the year may mean; null where the calendar has no such date. */
export function findDayRange(text: string): DayRange | null {
  const [whole, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const earliest = findCalendarDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  const lastMonth = Number(month ?? 12);
  const latest = (day === undefined ? LONGEST_MONTH : [Number(day)])
    .map((last) => findCalendarDate(Number(year), lastMonth, last))
    .find((date) => date !== null);
  return earliest === null || latest === undefined ? null : { earliest, latest };
}
