import { type CalendarDate, yearOf } from "./calendar-date.ts";

/** A day of the calendar has no zone: it is shown in the one it is read in. */
const weekday = new Intl.DateTimeFormat("fr", { weekday: "long", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("fr", { month: "long", timeZone: "UTC" });

/** « samedi » */
export function dayName(date: CalendarDate): string {
  return weekday.format(new Date(date));
}

/** « 1er mai » */
export function dayAndMonth(date: CalendarDate): string {
  const dayOfMonth = Number(date.slice("YYYY-MM-".length));
  return `${dayOfMonth === 1 ? "1er" : dayOfMonth} ${month.format(new Date(date))}`;
}

/** « 1er mai 2014 » */
export function inFull(date: CalendarDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}
