import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOverdue } from "../../../src/domain/deadline/days-overdue.ts";
import { day } from "../../helpers/questions.ts";

const answerDueOn = day("2014-02-25");

test("an answer is late from the day after the last one, by calendar days", () => {
  const open = { state: "open", answerDueOn, delayDoubt: null } as const;
  assert.equal(daysOverdue(open, day("2014-02-24")), null);
  assert.equal(daysOverdue(open, day("2014-02-25")), null);
  assert.equal(daysOverdue(open, day("2014-02-26")), 1);
  assert.equal(daysOverdue(open, day("2014-03-02")), 5);
  assert.equal(daysOverdue(open, day("2015-02-25")), 365);
});

test("a holding answer does not stop the clock; an answer or the author’s note does", () => {
  const late = (state: "holding" | "answered" | "converted") =>
    daysOverdue({ state, answerDueOn, delayDoubt: null }, day("2014-03-02"));
  assert.deepEqual([late("holding"), late("answered"), late("converted")], [5, null, null]);
});

test("without a rule nothing is late", () => {
  assert.equal(daysOverdue({ state: "open", answerDueOn: null, delayDoubt: null }, day("2026-11-25")), null);
});

test("what the page leaves in doubt is not called late", () => {
  const doubted = { state: "open", answerDueOn, delayDoubt: "unreadItems" } as const;
  assert.equal(daysOverdue(doubted, day("2014-03-02")), null);
});
