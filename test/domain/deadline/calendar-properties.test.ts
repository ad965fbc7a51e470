import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, type CalendarDate, daysBetween, isWeekend } from "../../../src/domain/calendar-date.ts";
import { createAnswerCalendar } from "../../../src/domain/deadline/answer-calendar.ts";
import { type AnswerRule, CLOSURES, type Recess } from "../../../src/domain/deadline/answer-rule.ts";
import { publicHolidaysOf } from "../../../src/domain/deadline/public-holidays.ts";
import { aRule } from "../../helpers/answer-rules.ts";
import { day } from "../../helpers/questions.ts";

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day("1990-01-01"), days));

const someRecess: fc.Arbitrary<Recess> = fc
  .tuple(someDay, fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({ from, to: addDays(from, days), name: "Vacances" }));

const someRule: fc.Arbitrary<AnswerRule> = fc
  .record({
    periodDays: fc.integer({ min: 1, max: 60 }),
    countedIn: fc.constantFrom("workingDays" as const, "calendarDays" as const),
    dayZero: fc.constantFrom("tabledOn" as const, "dayAfterTabling" as const),
    closedOn: fc.subarray([...CLOSURES]),
  })
  .map(aRule);

/** A rule, recesses some of which are near, and a day. */
const someCase = fc
  .tuple(someRule, someDay, fc.array(someRecess, { maxLength: 3 }), fc.integer({ min: 0, max: 30 }))
  .map(([rule, tabledOn, far, days]) => {
    const near = { from: addDays(tabledOn, days), to: addDays(tabledOn, 2 * days), name: "Vacances" };
    const recesses = [near, ...far];
    return { rule, tabledOn, recesses, calendar: createAnswerCalendar({ rules: [rule], recesses }) };
  });

const FIRST_YEAR = 1989;
const holidays = new Set(
  Array.from({ length: 60 }, (_, i) => [...publicHolidaysOf(FIRST_YEAR + i).keys()]).flat(),
);

/** Whether a rule leaves a day out, as plainly as it can be said. */
function isClosed(on: CalendarDate, rule: AnswerRule, recesses: readonly Recess[]): boolean {
  const closes = (closure: AnswerRule["closedOn"][number]) => rule.closedOn.includes(closure);
  return (
    (rule.countedIn === "workingDays" && isWeekend(on)) ||
    (closes("publicHolidays") && holidays.has(on)) ||
    (closes("communityDay") && on.endsWith("-09-27")) ||
    (closes("recess") && recesses.some(({ from, to }) => from <= on && on <= to))
  );
}

function daysAfter(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i + 1));
}

test("the last day is open, and as many days up to it are as the period has", () => {
  fc.assert(
    fc.property(someCase, ({ rule, tabledOn, recesses, calendar }) => {
      const { dueOn, skipped } = calendar.deadlineOf(tabledOn)!;
      const dayZero = addDays(tabledOn, rule.dayZero === "tabledOn" ? 0 : 1);
      const days = daysAfter(dayZero, dueOn);
      const closed = days.filter((on) => isClosed(on, rule, recesses));
      assert.equal(isClosed(dueOn, rule, recesses), false);
      assert.equal(days.length - closed.length, rule.periodDays);
      assert.deepEqual(
        skipped.map(({ on }) => on),
        closed,
      );
    }),
  );
});

test("who tables later is answered no earlier", () => {
  fc.assert(
    fc.property(someCase, ({ tabledOn, calendar }) => {
      const next = calendar.deadlineOf(addDays(tabledOn, 1))!;
      assert.ok(calendar.deadlineOf(tabledOn)!.dueOn <= next.dueOn);
    }),
  );
});

test("working days are those that a count day by day finds", () => {
  fc.assert(
    fc.property(
      someCase,
      fc.integer({ min: 0, max: 800 }),
      ({ rule, tabledOn, recesses, calendar }, days) => {
        const worked: AnswerRule = {
          ...rule,
          countedIn: "workingDays",
          closedOn: ["publicHolidays", ...rule.closedOn],
        };
        const end = addDays(tabledOn, days);
        const open = daysAfter(tabledOn, end).filter((on) => !isClosed(on, worked, recesses));
        assert.equal(calendar.workingDaysTo(tabledOn, end), open.length);
      },
    ),
    { numRuns: 60 },
  );
});

test("an answer on the last day took as many working days as the period has", () => {
  fc.assert(
    fc.property(someCase, ({ rule, tabledOn, recesses }) => {
      const inWorkingDays: AnswerRule = {
        ...rule,
        countedIn: "workingDays",
        dayZero: "tabledOn",
        closedOn: [...new Set([...rule.closedOn, "publicHolidays" as const])],
      };
      const calendar = createAnswerCalendar({ rules: [inWorkingDays], recesses });
      const { dueOn } = calendar.deadlineOf(tabledOn)!;
      assert.equal(calendar.workingDaysTo(tabledOn, dueOn), rule.periodDays);
      assert.equal(calendar.workingDaysTo(tabledOn, addDays(dueOn, -1)), rule.periodDays - 1);
    }),
  );
});
