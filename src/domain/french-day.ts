import { type CalendarDate, dateIn, startOfDay, yearOf } from "./calendar-date.ts";

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

/** « 1er mai 2014 à 9 h 30 », to the minute; where that is when the day begins, « 1er mai 2014 ». */
export function momentInFull(instant: Date, timeZone: string): string {
  const date = dateIn(instant, timeZone);
  if (instant.getTime() === startOfDay(date, timeZone).getTime()) return inFull(date);
  const clock = new Intl.DateTimeFormat("fr", {
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
    timeZone,
  });
  const told = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${inFull(date)} à ${Number(told.hour)}\u00a0h\u00a0${told.minute?.padStart(2, "0")}`;
}
