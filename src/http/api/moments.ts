import { type CalendarDate, isCalendarDate, SITE_TIME_ZONE, startOfDay } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";

/** A parameter as an address has it. */
export const quoted = (parameter: string) => `« ${parameter} »`;

/** What to write for a day. */
export const A_DAY = "un jour du calendrier, sous la forme AAAA-MM-JJ";

/**
 * A day of the calendar given as a parameter; `nameOf` is what whoever gave it calls a parameter.
 * @throws {BadRequestError} for anything else, 31 February included
 */
export function parseDay<Name extends string>(
  parameter: Name,
  text: string,
  nameOf: (parameter: Name) => string = quoted,
): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw refusal(parameter, text, A_DAY, nameOf(parameter));
}

/** What to write for a moment. */
export const A_MOMENT = "un moment comme 2013-10-01T12:00:00Z, ou un jour comme 2013-10-01";

const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i;

/**
 * A moment (RFC 3339) or the beginning of a day in Brussels, given as a parameter.
 * @throws {BadRequestError} for anything else
 */
export function parseMoment<Name extends string>(
  parameter: Name,
  text: string,
  nameOf: (parameter: Name) => string = quoted,
): Date {
  const instant = isCalendarDate(text) ? startOfDay(text, SITE_TIME_ZONE) : findInstant(text);
  // Seen from UTC, the first and the last day there are reach into years that the database cannot count.
  if (instant !== null && isCalendarDate(instant.toISOString().slice(0, 10))) return instant;
  throw refusal(parameter, text, A_MOMENT, nameOf(parameter));
}

function findInstant(text: string): Date | null {
  // In a query string a bare "+" stands for a blank; nobody means one here.
  const moment = text.replace(" ", "+");
  const [, day] = MOMENT.exec(moment) ?? [];
  const instant = new Date(moment);
  const exists = day !== undefined && isCalendarDate(day) && !Number.isNaN(instant.getTime());
  return exists ? instant : null;
}

function refusal(parameter: string, text: string, expected: string, name: string): BadRequestError {
  return new BadRequestError(
    parameter,
    `Le paramètre ${name} ne peut pas être « ${text} ». Attendu : ${expected}.`,
  );
}
