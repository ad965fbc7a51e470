import { type CalendarDate, isWeekend, nextDay, yearOf } from "../calendar-date.ts";
import type { Closure, Recess } from "./answer-rule.ts";
import { publicHolidaysOf } from "./public-holidays.ts";

/** Why a day is closed, and what it is called in French. */
export interface ClosedDay {
  readonly reason: "publicHoliday" | "communityDay" | "recess";
  readonly name: string;
}

/** The days closed by some closures, whatever day of the week they are. */
export interface ClosedDays {
  /** Null for a day that is not closed. */
  find(on: CalendarDate): ClosedDay | null;
  /** How many are closed, from Monday to Friday, after `from` up to and including `to`. */
  countWeekdays(from: CalendarDate, to: CalendarDate): number;
}

/** The closed days of one year. */
interface ClosedYear {
  readonly days: ReadonlyMap<CalendarDate, ClosedDay>;
  readonly weekdays: readonly CalendarDate[];
}

const COMMUNITY_DAY = { on: "09-27", name: "Fête de la Fédération Wallonie-Bruxelles" };

/** Years are looked into when first asked about, and then kept. */
export function createClosedDays(closures: readonly Closure[], recesses: readonly Recess[]): ClosedDays {
  const known = new Map<number, ClosedYear>();
  const knownYear = (year: number) => {
    const found = known.get(year) ?? closedYear(year, closures, recesses);
    known.set(year, found);
    return found;
  };
  return {
    find: (on) => knownYear(yearOf(on)).days.get(on) ?? null,

    countWeekdays(from, to) {
      let count = 0;
      for (let year = yearOf(from); year <= yearOf(to); year += 1) {
        const { weekdays } = knownYear(year);
        const isWhole = year > yearOf(from) && year < yearOf(to);
        count += isWhole ? weekdays.length : weekdays.filter((day) => day > from && day <= to).length;
      }
      return count;
    },
  };
}

/** A day closed for several reasons is told by the one that is its own: a holiday before the recess around it. */
function closedYear(year: number, closures: readonly Closure[], recesses: readonly Recess[]): ClosedYear {
  const closedBy: Record<Closure, () => (readonly [CalendarDate, ClosedDay])[]> = {
    publicHolidays: () =>
      [...publicHolidaysOf(year)].map(([on, name]) => [on, { reason: "publicHoliday", name }]),
    communityDay: () => [[communityDayOf(year), { reason: "communityDay", name: COMMUNITY_DAY.name }]],
    recess: () =>
      recesses.flatMap(({ name, ...recess }) =>
        daysWithin(year, recess).map((on) => [on, { reason: "recess", name }] as const),
      ),
  };
  const fromGeneralToOwn = (["recess", "communityDay", "publicHolidays"] as const).filter((closure) =>
    closures.includes(closure),
  );
  const days = new Map(fromGeneralToOwn.flatMap((closure) => closedBy[closure]()));
  return { days, weekdays: [...days.keys()].filter((on) => !isWeekend(on)) };
}

const communityDayOf = (year: number) => `${textOf(year)}-${COMMUNITY_DAY.on}` as CalendarDate;

/** The days of a recess that lie in a year. */
function daysWithin(year: number, { from, to }: Pick<Recess, "from" | "to">): CalendarDate[] {
  const first = latest(from, `${textOf(year)}-01-01` as CalendarDate);
  const last = earliest(to, `${textOf(year)}-12-31` as CalendarDate);
  const days: CalendarDate[] = [];
  for (let on: CalendarDate | null = first; on !== null && on <= last; on = nextDay(on)) days.push(on);
  return days;
}

const textOf = (year: number) => String(year).padStart(4, "0");
const latest = (one: CalendarDate, other: CalendarDate) => (one > other ? one : other);
const earliest = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other);
