import { Temporal } from "temporal-polyfill";

/** Where the Parliament sits: its days begin and end there. */
export const SITE_TIME_ZONE = "Europe/Brussels";

/** A day of the calendar as `"YYYY-MM-DD"`, without time or zone. Only this file does arithmetic on it. */
export type CalendarDate = string & { readonly __brand: "CalendarDate" };

/** The day these numbers name, or null where the calendar has no such day (31 February), in years 1 to 9999. */
export function findCalendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1 || year > 9999) return null;
  try {
    return new Temporal.PlainDate(year, month, day).toString() as CalendarDate;
  } catch {
    return null;
  }
}

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && findCalendarDate(Number(year), Number(month), Number(day)) === text;
}

/** Calendar days from one day to another: 0 on the same day, negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** The calendar year a day lies in. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The moment a day begins in a time zone: in Brussels, an hour or two before midnight UTC. */
export function startOfDay(date: CalendarDate, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The day an instant falls on in a time zone. */
export function dateIn(instant: Date, timeZone: string): CalendarDate {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDate().toString() as CalendarDate;
}

/**
 * The day this many days later, or earlier where negative.
 * @throws {RangeError} where that is no day of the years 1 to 9999
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const { year, month, day } = Temporal.PlainDate.from(date).add({ days });
  const found = findCalendarDate(year, month, day);
  if (found === null) throw new RangeError(`${days} days from ${date} is outside the years 1 to 9999`);
  return found;
}

const DAYS_A_WEEK = 7;
const WEEKDAYS_A_WEEK = 5;

/** The day of the week, from 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  return dayOfWeek(date) > WEEKDAYS_A_WEEK;
}

/** Days from Monday to Friday after `from`, up to and including `to`; 0 where `to` does not come after. */
export function weekdaysBetween(from: CalendarDate, to: CalendarDate): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  // Counted from the Monday of the week of `from`, or from the day after where that is a Sunday.
  const passed = dayOfWeek(from) % DAYS_A_WEEK;
  return weekdaysOf(passed + days) - weekdaysOf(passed);
}

/** Days from Monday to Friday among so many days that begin on a Monday. */
const weekdaysOf = (days: number) =>
  Math.floor(days / DAYS_A_WEEK) * WEEKDAYS_A_WEEK + Math.min(days % DAYS_A_WEEK, WEEKDAYS_A_WEEK);

const LAST_DAY = "9999-12-31";

/** The day after this one; null after the last day of the calendar, which ends with the year 9999. */
export function nextDay(date: CalendarDate): CalendarDate | null {
  return date === LAST_DAY ? null : addDays(date, 1);
}
