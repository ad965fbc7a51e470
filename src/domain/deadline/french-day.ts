import { type CalendarDate, dayOfWeek, yearOf } from "../calendar-date.ts";

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

/** « samedi » */
export function dayName(date: CalendarDate): string {
  return DAYS[dayOfWeek(date) - 1]!;
}

/** « 1er mai » */
export function dayAndMonth(date: CalendarDate): string {
  const [, month, day] = date.split("-").map(Number);
  return `${day === 1 ? "1er" : day} ${MONTHS[month! - 1]}`;
}

/** « 1er mai 2014 » */
export function inFull(date: CalendarDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}
