import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addDays,
  dateIn,
  dayOfWeek,
  daysBetween,
  findCalendarDate,
  isCalendarDate,
  isWeekend,
  SITE_TIME_ZONE,
  startOfDay,
  weekdaysBetween,
  yearOf,
} from "../../src/domain/calendar-date.ts";
import { day } from "../helpers/questions.ts";

const NUMBERS = [
  [2014, 2, 4, "2014-02-04"],
  [2014, 2, 31, null],
  [2014, 2, 29, null],
  [2016, 2, 29, "2016-02-29"],
  [1900, 2, 29, null],
  [2000, 2, 29, "2000-02-29"],
  [2014, 4, 31, null],
  [2014, 13, 1, null],
  [2014, 0, 1, null],
  [2014, 1, 0, null],
  [2014, 12, 31, "2014-12-31"],
  [Number.NaN, 1, 1, null],
  [0, 1, 1, null],
  [-1, 1, 1, null],
  [9999, 12, 31, "9999-12-31"],
  [10_000, 1, 1, null],
] as const;

for (const [year, month, dayOfMonth, expected] of NUMBERS) {
  test(`${year}/${month}/${dayOfMonth} ${expected ? `is ${expected}` : "is no day of the calendar"}`, () => {
    assert.equal(findCalendarDate(year, month, dayOfMonth), expected);
  });
}

const TEXTS = [
  ["2014-02-04", true],
  ["2016-02-29", true],
  ["2015-02-29", false],
  ["2014-2-4", false],
  ["04/02/2014", false],
  ["2014-02-04T00:00", false],
  [" 2014-02-04", false],
  ["2014-02-04\n", false],
  ["+012014-02-04", false],
  ["0000-01-01", false],
  ["", false],
] as const;

for (const [text, expected] of TEXTS) {
  test(`${JSON.stringify(text)} is ${expected ? "a" : "no"} calendar date`, () => {
    assert.equal(isCalendarDate(text), expected);
  });
}

test("days are counted over leap days, year ends and clock changes", () => {
  assert.equal(daysBetween(day("2016-02-28"), day("2016-03-01")), 2);
  assert.equal(daysBetween(day("2013-12-31"), day("2014-01-01")), 1);
  assert.equal(daysBetween(day("2014-03-29"), day("2014-03-31")), 2);
  assert.equal(daysBetween(day("2014-02-04"), day("2014-02-04")), 0);
  assert.equal(daysBetween(day("2014-02-04"), day("2014-02-01")), -3);
});

test("the year of a date is its calendar year", () => {
  assert.equal(yearOf(day("2014-02-04")), 2014);
});

const INSTANTS = [
  ["in winter the day begins an hour before midnight UTC", "2025-01-14T22:59:59.999Z", "2025-01-14"],
  ["in winter the day begins an hour before midnight UTC", "2025-01-14T23:00:00.000Z", "2025-01-15"],
  ["in summer it begins two hours before", "2025-07-14T21:59:59.999Z", "2025-07-14"],
  ["in summer it begins two hours before", "2025-07-14T22:00:00.000Z", "2025-07-15"],
  ["the day clocks go forward begins in winter time", "2025-03-29T23:00:00.000Z", "2025-03-30"],
  ["and ends in summer time, after 23 hours", "2025-03-30T21:59:59.999Z", "2025-03-30"],
  ["and ends in summer time, after 23 hours", "2025-03-30T22:00:00.000Z", "2025-03-31"],
  ["the day clocks go back begins in summer time", "2025-10-25T22:00:00.000Z", "2025-10-26"],
  ["and ends in winter time, after 25 hours", "2025-10-26T22:59:59.999Z", "2025-10-26"],
  ["and ends in winter time, after 25 hours", "2025-10-26T23:00:00.000Z", "2025-10-27"],
  ["the year ends an hour before that of UTC", "2024-12-31T23:00:00.000Z", "2025-01-01"],
  ["a leap day is one", "2024-02-28T23:00:00.000Z", "2024-02-29"],
] as const;

for (const [rule, instant, expected] of INSTANTS) {
  test(`in Brussels ${rule}: ${instant} is of ${expected}`, () => {
    assert.equal(dateIn(new Date(instant), SITE_TIME_ZONE), expected);
  });
}

test("an instant is of another day in another place", () => {
  const instant = new Date("2025-01-14T23:30:00Z");
  assert.equal(dateIn(instant, "UTC"), "2025-01-14");
  assert.equal(dateIn(instant, "Pacific/Auckland"), "2025-01-15");
});

test("a day has begun at its start, and not a moment before", () => {
  for (const date of ["2025-01-15", "2025-03-30", "2025-07-15", "2025-10-26"].map(day)) {
    const start = startOfDay(date, SITE_TIME_ZONE);
    assert.equal(dateIn(start, SITE_TIME_ZONE), date);
    assert.equal(daysBetween(dateIn(new Date(start.getTime() - 1), SITE_TIME_ZONE), date), 1);
  }
});

const SUMS = [
  ["2014-02-04", 0, "2014-02-04"],
  ["2014-02-28", 1, "2014-03-01"],
  ["2016-02-28", 1, "2016-02-29"],
  ["2014-12-31", 1, "2015-01-01"],
  ["2014-03-29", 2, "2014-03-31"],
  ["2014-01-01", -1, "2013-12-31"],
  ["0999-12-31", 1, "1000-01-01"],
] as const;

for (const [date, days, expected] of SUMS) {
  test(`${days} days from ${date} it is ${expected}`, () => {
    assert.equal(addDays(day(date), days), expected);
  });
}

test("there is no day before the year 1, and none after 9999", () => {
  assert.throws(() => addDays(day("9999-12-31"), 1), RangeError);
  assert.throws(() => addDays(day("0001-01-01"), -1), RangeError);
});

test("a week goes from Monday, 1, to Sunday, 7, and ends with a weekend", () => {
  const week = Array.from({ length: 7 }, (_, i) => addDays(day("2014-02-03"), i));
  assert.deepEqual(week.map(dayOfWeek), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(week.filter(isWeekend), ["2014-02-08", "2014-02-09"]);
});

test("weekdays are counted as one by one, after the first day and up to the last", () => {
  const days = fc.integer({ min: -10, max: 400 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), days, (offset, length) => {
      const from = addDays(day("1980-01-01"), offset);
      const passed = Array.from({ length: Math.max(0, length) }, (_, i) => addDays(from, i + 1));
      const expected = passed.filter((date) => !isWeekend(date)).length;
      assert.equal(weekdaysBetween(from, addDays(from, length)), expected);
    }),
  );
});
