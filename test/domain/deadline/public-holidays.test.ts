import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publicHolidaysOf } from "../../../src/domain/deadline/public-holidays.ts";
import { day } from "../../helpers/questions.ts";
import { projectRoot } from "../../helpers/source-files.ts";

const REFERENCE = join(projectRoot, "../shared/reference/belgian-holidays.csv");

test("a year has ten holidays, at fixed days and by Easter", () => {
  assert.deepEqual(
    [...publicHolidaysOf(2014)],
    [
      ["2014-01-01", "Nouvel An"],
      ["2014-04-21", "Lundi de Pâques"],
      ["2014-05-01", "Fête du travail"],
      ["2014-05-29", "Ascension"],
      ["2014-06-09", "Lundi de Pentecôte"],
      ["2014-07-21", "Fête nationale"],
      ["2014-08-15", "Assomption"],
      ["2014-11-01", "Toussaint"],
      ["2014-11-11", "Armistice"],
      ["2014-12-25", "Noël"],
    ],
  );
});

test("two that fall together are one day with both names", () => {
  const holidays = publicHolidaysOf(2008);
  assert.equal(holidays.get(day("2008-05-01")), "Fête du travail et Ascension");
  assert.equal(holidays.size, 9);
});

test("All Souls’ Day, the King’s day and 27 September are no public holidays", () => {
  for (const on of ["2014-11-02", "2014-11-15", "2014-09-27"].map(day)) {
    assert.equal(publicHolidaysOf(2014).has(on), false, on);
  }
});

test("holidays fall on the same days wherever the machine stands", () => {
  const program = `
    import { publicHolidaysOf } from "./src/domain/deadline/public-holidays.ts";
    console.log(JSON.stringify([...publicHolidaysOf(2014)]));`;
  for (const TZ of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    const args = ["--input-type=module-typescript", "--eval", program];
    const told = execFileSync(process.execPath, args, { cwd: projectRoot, env: { ...process.env, TZ } });
    assert.deepEqual(JSON.parse(told.toString()), [...publicHolidaysOf(2014)], TZ);
  }
});

/** The reference has another name for one of them. */
const OTHER_NAMES = new Map([["Jour de l’an", "Nouvel An"]]);

const skip = existsSync(REFERENCE) ? false : "no ../shared beside the project: holidays not compared";

test("the holidays of 2004 to 2030 are those of the reference", { skip }, () => {
  const expected = new Map<string, string[]>();
  for (const row of readFileSync(REFERENCE, "utf8").trim().split("\n").slice(1)) {
    const [on = "", name = ""] = row.split(",");
    expected.set(on, [...(expected.get(on) ?? []), OTHER_NAMES.get(name) ?? name]);
  }
  const years = Array.from({ length: 27 }, (_, i) => 2004 + i);
  const found = new Map(years.flatMap((year) => [...publicHolidaysOf(year)]));
  assert.deepEqual([...found.keys()], [...expected.keys()]);
  for (const [on, name] of found) assert.deepEqual(name.split(" et ").sort(), expected.get(on)?.sort(), on);
});
