import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween, findCalendarDate, isCalendarDate, yearOf } from "../../src/domain/calendar-date.ts";
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
