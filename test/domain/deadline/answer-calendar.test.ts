import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { createAnswerCalendar } from "../../../src/domain/deadline/answer-calendar.ts";
import type { AnswerRule, Recess } from "../../../src/domain/deadline/answer-rule.ts";
import { aCalendar, aRule } from "../../helpers/answer-rules.ts";
import { day } from "../../helpers/questions.ts";
import { projectRoot } from "../../helpers/source-files.ts";

type DueDay = readonly [why: string, tabledOn: string, periodDays: number, dueOn: string];

/** Days worth a test of their own, in working days without public holidays. */
const DUE_DAYS: readonly DueDay[] = [
  ["from a Monday the next day is the first", "2014-03-03", 1, "2014-03-04"],
  ["from a Tuesday", "2014-03-04", 1, "2014-03-05"],
  ["from a Wednesday", "2014-03-05", 1, "2014-03-06"],
  ["from a Thursday", "2014-03-06", 1, "2014-03-07"],
  ["from a Friday the Monday is the first", "2014-03-07", 1, "2014-03-10"],
  ["from a Saturday too", "2014-03-08", 1, "2014-03-10"],
  ["from a Sunday too", "2014-03-09", 1, "2014-03-10"],
  ["three weeks from a Monday", "2014-03-03", 15, "2014-03-24"],
  ["three weeks from a Tuesday", "2014-03-04", 15, "2014-03-25"],
  ["three weeks from a Wednesday", "2014-03-05", 15, "2014-03-26"],
  ["three weeks from a Thursday", "2014-03-06", 15, "2014-03-27"],
  ["three weeks from a Friday", "2014-03-07", 15, "2014-03-28"],
  ["from a Saturday as from the Friday before", "2014-03-08", 15, "2014-03-28"],
  ["from a Sunday as from the Friday before", "2014-03-09", 15, "2014-03-28"],

  ["the year ends in the middle of a week", "2014-12-31", 1, "2015-01-02"],
  ["the year ends before a long weekend", "2015-12-31", 1, "2016-01-04"],
  ["tabled on New Year’s Day", "2014-01-01", 1, "2014-01-02"],

  ["a leap day is a day like another", "2016-02-26", 1, "2016-02-29"],
  ["tabled on a leap day", "2016-02-29", 1, "2016-03-01"],
  ["a year without a leap day", "2015-02-27", 1, "2015-03-02"],
  ["a leap day at a weekend", "2020-02-28", 15, "2020-03-20"],

  ["clocks go forward in the night to 30 March", "2014-03-28", 1, "2014-03-31"],
  ["clocks go back in the night to 26 October", "2014-10-24", 1, "2014-10-27"],

  ["Easter Monday", "2014-04-18", 1, "2014-04-22"],
  ["Easter Monday and 1 May in one period", "2014-04-18", 10, "2014-05-06"],
  ["1 May", "2014-04-30", 1, "2014-05-02"],
  ["1 May and Ascension on one day count once", "2008-04-30", 1, "2008-05-02"],
  ["Ascension", "2021-05-12", 1, "2021-05-14"],
  ["Whit Monday", "2021-05-21", 1, "2021-05-25"],
  ["Ascension and Whit Monday in one period", "2021-05-12", 10, "2021-05-28"],
  ["21 July", "2016-07-20", 1, "2016-07-22"],
  ["21 July at a weekend is not made up for", "2024-07-19", 1, "2024-07-22"],
  ["15 August", "2014-08-14", 1, "2014-08-18"],
  ["1 November closes, 2 November does not", "2018-10-31", 1, "2018-11-02"],
  ["1 and 11 November in one period", "2019-10-31", 6, "2019-11-12"],
  ["Christmas", "2014-12-24", 1, "2014-12-26"],
  ["Christmas and New Year at weekends", "2022-12-23", 6, "2023-01-02"],
  ["27 September, which the rule does not close", "2023-09-26", 1, "2023-09-27"],
];

suite("in working days", () => {
  for (const [why, tabledOn, periodDays, dueOn] of DUE_DAYS) {
    test(`${why}: ${periodDays} from ${tabledOn} end on ${dueOn}`, () => {
      assert.equal(aCalendar({ periodDays }).deadlineOf(day(tabledOn))?.dueOn, dueOn);
    });
  }

  test("27 September is left out by a rule that closes it, and named", () => {
    const calendar = aCalendar({ periodDays: 1, closedOn: ["communityDay"] });
    const deadline = calendar.deadlineOf(day("2023-09-26"));
    assert.equal(deadline?.dueOn, "2023-09-28");
    assert.deepEqual(deadline?.skipped, [
      { on: "2023-09-27", reason: "communityDay", name: "Fête de la Fédération Wallonie-Bruxelles" },
    ]);
  });

  test("public holidays count under a rule that does not close them", () => {
    const calendar = aCalendar({ periodDays: 1, closedOn: [] });
    assert.equal(calendar.deadlineOf(day("2014-12-24"))?.dueOn, "2014-12-25");
  });
});

suite("in calendar days", () => {
  const deadline = (tabledOn: string, rule: Partial<AnswerRule>, recesses: readonly Recess[] = []) =>
    aCalendar({ countedIn: "calendarDays", ...rule }, recesses).deadlineOf(day(tabledOn));

  test("every day counts where the rule closes none", () => {
    const found = deadline("2014-12-20", { periodDays: 20, closedOn: [] });
    assert.deepEqual([found?.dueOn, found?.skipped], ["2015-01-09", []]);
  });

  test("clocks that change do not change the count", () => {
    assert.equal(deadline("2014-03-29", { periodDays: 2, closedOn: [] })?.dueOn, "2014-03-31");
    assert.equal(deadline("2014-10-25", { periodDays: 2, closedOn: [] })?.dueOn, "2014-10-27");
  });

  test("public holidays can be left out, and weekends still count", () => {
    const found = deadline("2014-04-18", { periodDays: 5, closedOn: ["publicHolidays"] });
    assert.equal(found?.dueOn, "2014-04-24");
    assert.deepEqual(found?.skipped, [
      { on: "2014-04-21", reason: "publicHoliday", name: "Lundi de Pâques" },
    ]);
  });

  test("a recess suspends the count, weekends in it too, and is all that does", () => {
    const spring = { from: day("2014-04-07"), to: day("2014-04-20"), name: "Vacances de printemps" };
    const found = deadline("2014-04-05", { periodDays: 3, closedOn: ["recess"] }, [spring]);
    assert.equal(found?.dueOn, "2014-04-22");
    assert.deepEqual(
      found?.skipped,
      Array.from({ length: 14 }, (_, i) => ({
        on: `2014-04-${String(7 + i).padStart(2, "0")}`,
        reason: "recess",
        name: "Vacances de printemps",
      })),
    );
  });
});

suite("day zero", () => {
  const dayAfter = { dayZero: "dayAfterTabling" } as const;

  test("is the day of tabling, or the one after, whatever day that is", () => {
    const dueOn = (tabledOn: string, rule: Partial<AnswerRule>) =>
      aCalendar({ periodDays: 1, ...rule }).deadlineOf(day(tabledOn))?.dueOn;
    assert.equal(dueOn("2014-03-03", {}), "2014-03-04");
    assert.equal(dueOn("2014-03-03", dayAfter), "2014-03-05");
    assert.equal(dueOn("2014-03-07", dayAfter), "2014-03-10");
    assert.equal(dueOn("2014-03-03", { ...dayAfter, countedIn: "calendarDays" }), "2014-03-05");
  });

  test("is no day that was left out, even where it is closed", () => {
    const deadline = aCalendar({ ...dayAfter, periodDays: 1 }).deadlineOf(day("2014-12-24"));
    assert.deepEqual([deadline?.dueOn, deadline?.skipped], ["2014-12-26", []]);
  });
});

suite("a recess over Christmas", () => {
  const winter = { from: day("2014-12-22"), to: day("2015-01-04"), name: "Vacances d’hiver" };
  const recess = (on: string) => ({ on, reason: "recess", name: "Vacances d’hiver" });
  const saturday = (on: string) => ({ on, reason: "weekend", name: "samedi" });
  const sunday = (on: string) => ({ on, reason: "weekend", name: "dimanche" });

  test("is left out, and its holidays and weekends keep their names", () => {
    const calendar = aCalendar({ periodDays: 1, closedOn: ["publicHolidays", "recess"] }, [winter]);
    const deadline = calendar.deadlineOf(day("2014-12-19"));
    assert.equal(deadline?.dueOn, "2015-01-05");
    assert.deepEqual(deadline?.skipped, [
      saturday("2014-12-20"),
      sunday("2014-12-21"),
      recess("2014-12-22"),
      recess("2014-12-23"),
      recess("2014-12-24"),
      { on: "2014-12-25", reason: "publicHoliday", name: "Noël" },
      recess("2014-12-26"),
      saturday("2014-12-27"),
      sunday("2014-12-28"),
      recess("2014-12-29"),
      recess("2014-12-30"),
      recess("2014-12-31"),
      { on: "2015-01-01", reason: "publicHoliday", name: "Nouvel An" },
      recess("2015-01-02"),
      saturday("2015-01-03"),
      sunday("2015-01-04"),
    ]);
  });

  test("is left out for a question tabled within it", () => {
    const calendar = aCalendar({ periodDays: 1, closedOn: ["recess"] }, [winter]);
    assert.equal(calendar.deadlineOf(day("2014-12-23"))?.dueOn, "2015-01-05");
  });

  test("counts under a rule that does not leave recesses out", () => {
    assert.equal(aCalendar({ periodDays: 1 }, [winter]).deadlineOf(day("2014-12-19"))?.dueOn, "2014-12-22");
  });
});

suite("the rule", () => {
  const before = aRule({ id: "before", periodDays: 20, inForceTo: day("2014-03-31") });
  const after = aRule({ id: "after", inForceFrom: day("2014-04-01"), inForceTo: day("2015-12-31") });
  const later = aRule({ id: "later", inForceFrom: day("2016-02-01") });
  const calendar = createAnswerCalendar({ rules: [later, before, after], recesses: [] });
  const found = (tabledOn: string) => {
    const deadline = calendar.deadlineOf(day(tabledOn));
    return deadline && [deadline.rule.id, deadline.dueOn];
  };

  test("is the one in force on the day of tabling, whatever comes into force before the answer", () => {
    assert.deepEqual(found("2014-03-31"), ["before", "2014-04-29"]);
    assert.deepEqual(found("2014-04-01"), ["after", "2014-04-23"]);
    assert.deepEqual(found("2015-12-31"), ["after", "2016-01-22"]);
    assert.deepEqual(found("2016-02-01"), ["later", "2016-02-22"]);
  });

  test("is null between two of them, and before the first", () => {
    assert.equal(found("2016-01-01"), null);
    assert.equal(found("2016-01-31"), null);
    assert.equal(found("1979-12-31"), null);
    assert.equal(createAnswerCalendar({ rules: [], recesses: [] }).deadlineOf(day("2014-03-03")), null);
  });

  test("leads to the same deadline however often it is asked for", () => {
    assert.deepEqual(calendar.deadlineOf(day("2014-04-01")), calendar.deadlineOf(day("2014-04-01")));
  });
});

suite("at the end of the calendar", () => {
  const dueOn = (tabledOn: string, rule: Partial<AnswerRule> = {}, recesses: readonly Recess[] = []) =>
    aCalendar(rule, recesses).deadlineOf(day(tabledOn))?.dueOn ?? null;

  test("a deadline that would lie beyond it is none", () => {
    assert.equal(dueOn("9999-12-10"), "9999-12-31");
    for (const tabledOn of ["9999-12-13", "9999-12-30", "9999-12-31"]) {
      assert.equal(dueOn(tabledOn), null, tabledOn);
      assert.equal(dueOn(tabledOn, { countedIn: "calendarDays", periodDays: 22 }), null, tabledOn);
      assert.equal(dueOn(tabledOn, { dayZero: "dayAfterTabling" }), null, tabledOn);
    }
  });

  test("a recess may last up to its last day", () => {
    const last = { from: day("9999-12-30"), to: day("9999-12-31"), name: "Vacances d’hiver" };
    const rule = { periodDays: 1, closedOn: ["recess"] } as const;
    assert.equal(dueOn("9999-12-28", rule, [last]), "9999-12-29");
    assert.equal(dueOn("9999-12-29", rule, [last]), null);
  });

  test("working days are counted up to its last day", () => {
    assert.equal(aCalendar().workingDaysTo(day("9999-12-30"), day("9999-12-31")), 1);
  });
});

suite("working days to a day", () => {
  const COUNTS: readonly (readonly [string, string, number | null])[] = [
    ["2014-03-03", "2014-03-03", 0],
    ["2014-03-03", "2014-03-02", null],
    ["2014-03-07", "2014-03-08", 0],
    ["2014-03-07", "2014-03-09", 0],
    ["2014-03-07", "2014-03-10", 1],
    ["2014-03-08", "2014-03-10", 1],
    ["2014-02-04", "2014-02-24", 14],
    ["2014-04-18", "2014-04-21", 0],
    ["2014-04-18", "2014-04-22", 1],
    ["2014-12-24", "2015-01-02", 5],
    ["2013-12-31", "2014-12-31", 252],
    ["2003-12-31", "2013-12-31", 2533],
  ];
  for (const [tabledOn, on, expected] of COUNTS) {
    test(`from ${tabledOn} to ${on} are ${expected}`, () => {
      assert.equal(aCalendar().workingDaysTo(day(tabledOn), day(on)), expected);
    });
  }

  test("leave out what the rule of the day of tabling closes, and no more", () => {
    const [from, to] = [day("2023-09-26"), day("2023-09-28")];
    assert.equal(aCalendar({ closedOn: ["communityDay"] }).workingDaysTo(from, to), 1);
    assert.equal(aCalendar({ closedOn: [] }).workingDaysTo(from, to), 2);
    const autumn = { from, to, name: "Vacances d’automne" };
    assert.equal(aCalendar({ closedOn: ["recess"] }, [autumn]).workingDaysTo(from, to), 0);
    assert.equal(aCalendar({ closedOn: [] }, [autumn]).workingDaysTo(from, to), 2);
  });

  test("leave public holidays out even where the rule does not, or where there is none", () => {
    const [from, to] = [day("2014-12-24"), day("2014-12-26")];
    assert.equal(aCalendar({ closedOn: [], countedIn: "calendarDays" }).workingDaysTo(from, to), 1);
    assert.equal(createAnswerCalendar({ rules: [], recesses: [] }).workingDaysTo(from, to), 1);
  });

  test("count from the day of tabling, also where the rule counts from the day after", () => {
    const calendar = aCalendar({ dayZero: "dayAfterTabling" });
    assert.equal(calendar.workingDaysTo(day("2014-03-03"), day("2014-03-05")), 2);
  });

  test("of ten years are counted without walking through them", () => {
    const calendar = aCalendar();
    calendar.workingDaysTo(day("2003-12-31"), day("2013-12-31"));
    const start = performance.now();
    for (let row = 0; row < 2000; row += 1) {
      calendar.workingDaysTo(day("2003-12-31"), day("2013-12-31"));
    }
    assert.ok(performance.now() - start < 2000, "2000 rows took over two seconds");
  });
});

const REFERENCE = join(projectRoot, "../shared/reference/working-days.json");
const skip = existsSync(REFERENCE) ? false : "no ../shared beside the project: due days not compared";

interface ReferenceCase {
  readonly tabledOn: string;
  readonly workingDays: number;
  readonly dueOn: string;
  readonly skipped: readonly string[];
}

test("due days and skipped days are those of the reference", { skip }, () => {
  const { cases } = JSON.parse(readFileSync(REFERENCE, "utf8")) as { cases: ReferenceCase[] };
  assert.equal(cases.length, 30);
  for (const { tabledOn, workingDays, dueOn, skipped } of cases) {
    const calendar = aCalendar({ periodDays: workingDays });
    const deadline = calendar.deadlineOf(day(tabledOn));
    assert.equal(deadline?.dueOn, dueOn, tabledOn);
    assert.deepEqual(
      deadline?.skipped.map(({ on }) => on),
      skipped,
    );
    assert.equal(calendar.workingDaysTo(day(tabledOn), day(dueOn)), workingDays);
  }
});
