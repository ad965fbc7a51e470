import Holidays from "date-holidays";
import type { CalendarDate } from "../calendar-date.ts";

const belgian = new Holidays("BE", { languages: ["fr"], types: ["public"] });

const inFrench = new Intl.ListFormat("fr", { type: "conjunction" });

/**
 * The legal holidays of Belgium in a year, by day, with their names in French. There are ten, on nine days where two
 * fall together.
 */
export function publicHolidaysOf(year: number): Map<CalendarDate, string> {
  const names = new Map<CalendarDate, string[]>();
  for (const { date, name } of belgian.getHolidays(year)) {
    // The text names the day in Belgium; the instants beside it would be read in the zone of the machine.
    const on = date.slice(0, "YYYY-MM-DD".length) as CalendarDate;
    names.set(on, [...(names.get(on) ?? []), name]);
  }
  return new Map([...names].map(([on, all]) => [on, inFrench.format(all)]));
}
