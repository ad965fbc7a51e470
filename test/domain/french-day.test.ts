import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAndMonth, dayName, inFull, momentInFull } from "../../src/domain/french-day.ts";
import { day } from "../helpers/questions.ts";

test("days of the week are named in French, from Monday to Sunday", () => {
  const names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
  for (const [index, name] of names.entries()) assert.equal(dayName(day(`2014-03-0${3 + index}`)), name);
});

test("months are named in French", () => {
  const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
    " ",
  );
  for (const [index, name] of months.entries()) {
    assert.equal(dayAndMonth(day(`2014-${String(index + 1).padStart(2, "0")}-21`)), `21 ${name}`);
  }
});

test("the first of a month is « 1er », and no other day is", () => {
  assert.deepEqual(
    ["2014-05-01", "2014-05-02", "2014-05-11", "2014-05-31"].map((text) => inFull(day(text))),
    ["1er mai 2014", "2 mai 2014", "11 mai 2014", "31 mai 2014"],
  );
});

test("a day is the same in every zone and in every year of the calendar", () => {
  assert.equal(`${dayName(day("0044-03-15"))} ${inFull(day("0044-03-15"))}`, "mardi 15 mars 44");
  assert.equal(`${dayName(day("9999-12-31"))} ${inFull(day("9999-12-31"))}`, "vendredi 31 décembre 9999");
});

test("a moment is told to the minute in the zone, but for the beginning of a day", () => {
  const told = (instant: string) =>
    momentInFull(new Date(instant), "Europe/Brussels").replaceAll("\u00a0", " ");
  assert.equal(told("2014-05-01T07:30:00Z"), "1er mai 2014 à 9 h 30");
  assert.equal(told("2014-05-01T21:59:59.999Z"), "1er mai 2014 à 23 h 59");
  assert.equal(told("2014-05-01T22:00:00Z"), "2 mai 2014");
  assert.equal(told("2014-05-01T22:00:00.001Z"), "2 mai 2014 à 0 h 00");
  assert.equal(told("2014-10-26T02:05:00Z"), "26 octobre 2014 à 3 h 05");
});
