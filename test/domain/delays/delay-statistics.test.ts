import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { AnswerRule } from "../../../src/domain/deadline/answer-rule.ts";
import { delayStatistics } from "../../../src/domain/delays/delay-statistics.ts";
import type { DelayTally } from "../../../src/domain/delays/delay-tally.ts";
import { day } from "../../helpers/questions.ts";
import { durations } from "./durations.ts";

const asOf = day("2014-03-05");

function aRule(id: string, inForceFrom: string, inForceTo: string | null): AnswerRule {
  return {
    id,
    label: "15 jours ouvrables",
    periodDays: 15,
    countedIn: "workingDays",
    dayZero: "tabledOn",
    closedOn: [],
    inForceFrom: day(inForceFrom),
    inForceTo: inForceTo === null ? null : day(inForceTo),
    citation: "Règle inventée pour cet essai.",
    verified: true,
  };
}

const old = aRule("old", "1990-01-01", "2013-12-31");
const present = aRule("present", "2014-01-01", null);
const rules = [old, present];

const EMPTY: DelayTally = {
  tabled: 0,
  answered: 0,
  referrals: 0,
  notCompetent: 0,
  open: 0,
  holding: 0,
  converted: 0,
  excluded: 0,
  overdue: 0,
  answeredWithDeadline: 0,
  answeredInTime: 0,
  due: 0,
  dueAnsweredInTime: 0,
  oldestOpen: null,
  substantive: [],
  firstReply: [],
};

suite("a group", () => {
  /*
   * Answers of substance after 4, 10, 20 and 30 days, one question given up after 12, one open since 25.
   * Open: 5/6 after 4, 4/6 after 10, 4/6 · 2/3 = 4/9 after 20, 0 after 30.
   */
  const tally: DelayTally = {
    ...EMPTY,
    tabled: 6,
    answered: 4,
    open: 1,
    holding: 1,
    converted: 1,
    overdue: 1,
    referrals: 1,
    answeredWithDeadline: 4,
    answeredInTime: 3,
    due: 5,
    dueAnsweredInTime: 3,
    oldestOpen: { sourceId: "900001", tabledOn: day("2014-02-08") },
    substantive: durations(4, 10, "12+", 20, "25+", 30),
    firstReply: durations(4, 9, "12+", 20, 22, 30),
  };
  const found = delayStatistics(tally, { asOf, rules });

  test("has its counts, the rule of the day and the question that has waited longest", () => {
    assert.deepEqual(
      [
        found.tabled,
        found.answered,
        found.open,
        found.holding,
        found.converted,
        found.overdue,
        found.referrals,
      ],
      [6, 4, 1, 1, 1, 1, 1],
    );
    assert.deepEqual([found.asOf, found.answerRule], [asOf, { id: "present", verified: true }]);
    assert.deepEqual(found.oldestOpen, { sourceId: "900001", tabledOn: "2014-02-08", daysOpen: 25 });
  });

  test("has the quartiles of both clocks, and beside them the answered alone", () => {
    const { q1, median, q3, naive } = found.substantive;
    assert.deepEqual([q1, median, q3], [10, 20, 30]);
    assert.deepEqual(naive, { n: 4, mean: 16, median: 15 });
    assert.deepEqual(found.firstReply.naive, { n: 5, mean: 17, median: 20 });
  });

  test("has the probability of an answer by six days, and none beyond the longest time observed", () => {
    const { answeredBy } = found.substantive;
    assert.deepEqual(Object.keys(answeredBy), ["15", "20", "30", "60", "90", "180"]);
    const p = Object.values(answeredBy).map(({ p }) => (p === null ? null : Math.round(p * 1e9) / 1e9));
    assert.deepEqual(p, [0.333333333, 0.555555556, 1, null, null, null]);
    assert.deepEqual(answeredBy["60"].ci95, [null, null]);
    const [low, high] = answeredBy["15"].ci95;
    const point = found.curve.find(({ day }) => day === 12)!;
    assert.deepEqual([low, high], [1 - point.hi!, 1 - point.lo!]);
    assert.ok(low! < 1 / 3 && 1 / 3 < high!);
  });

  test("has the share within the deadline of what was answered, and of what was due", () => {
    assert.deepEqual(found.withinDeadline, { ofAnswered: 0.75, ofDue: 0.6 });
  });

  test("has a curve for each clock, which begins with all of it waiting", () => {
    assert.deepEqual(found.curve[0], { day: 0, open: 1, lo: 1, hi: 1, atRisk: 6 });
    assert.deepEqual(
      found.curve.map(({ day, atRisk }) => [day, atRisk]),
      [
        [0, 6],
        [4, 6],
        [10, 5],
        [12, 4],
        [20, 3],
        [25, 2],
        [30, 1],
      ],
    );
    assert.equal(found.firstReplyCurve.length, 7);
  });

  test("is small up to nine questions", () => {
    const isSmall = (tabled: number) => delayStatistics({ ...tally, tabled }, { asOf, rules }).isSmall;
    assert.deepEqual([found.isSmall, isSmall(9), isSmall(10)], [true, true, false]);
  });
});

test("no question at all: counts are 0, and what would have to be estimated is null", () => {
  const found = delayStatistics(EMPTY, { asOf, rules });
  const { answeredBy, ...figures } = found.substantive;
  assert.deepEqual(figures, {
    median: null,
    medianCi95: [null, null],
    q1: null,
    q1Ci95: [null, null],
    q3: null,
    q3Ci95: [null, null],
    naive: { n: 0, mean: null, median: null },
  });
  assert.ok(Object.values(answeredBy).every(({ p }) => p === null));
  assert.deepEqual([found.curve, found.oldestOpen, found.tabled], [[], null, 0]);
  assert.deepEqual(found.withinDeadline, { ofAnswered: null, ofDue: null });
});

test("a question answered on the day it was put took 0 days", () => {
  const { substantive } = delayStatistics(
    { ...EMPTY, tabled: 1, substantive: durations(0) },
    { asOf, rules },
  );
  assert.deepEqual([substantive.median, substantive.naive.mean], [0, 0]);
});

suite("rules", () => {
  const ruleBy = (...applied: AnswerRule[]) => delayStatistics(EMPTY, { asOf, rules: applied }).answerRule;

  test("the latest stands by the figures, and none where there is none", () => {
    assert.equal(ruleBy(), null);
    assert.deepEqual(ruleBy(old), { id: "old", verified: true });
    assert.deepEqual(ruleBy(present, old), { id: "present", verified: true });
  });

  test("several are as sure as the least sure of them", () => {
    assert.deepEqual(ruleBy({ ...old, verified: false }, present), { id: "present", verified: false });
  });
});
