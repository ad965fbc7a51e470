import assert from "node:assert/strict";
import { test } from "node:test";
import { isInForce } from "../../../src/domain/deadline/answer-rule.ts";
import { aRule } from "../../helpers/answer-rules.ts";
import { day } from "../../helpers/questions.ts";

const PERIODS: readonly (readonly [from: string | null, to: string, isWithin: boolean])[] = [
  ["2014-01-01", "2014-01-01", true],
  ["2014-12-31", "2014-12-31", true],
  ["2013-12-31", "2013-12-31", false],
  ["2015-01-01", "2015-01-01", false],
  ["2013-06-01", "2014-01-01", true],
  ["2014-12-31", "2015-06-01", true],
  ["2013-01-01", "2015-12-31", true],
  [null, "2014-01-01", true],
  [null, "2020-01-01", true],
  [null, "2013-12-31", false],
];

test("a rule is in force on its first day, its last day and between them", () => {
  const rule = aRule({ inForceFrom: day("2014-01-01"), inForceTo: day("2014-12-31") });
  for (const [from, to, isWithin] of PERIODS) {
    const period = { from: from === null ? null : day(from), to: day(to) };
    assert.equal(isInForce(rule, period), isWithin, `${from} to ${to}`);
  }
});

test("a rule without a last day stays in force", () => {
  const rule = aRule({ inForceFrom: day("2014-01-01") });
  assert.equal(isInForce(rule, { from: day("9999-12-31"), to: day("9999-12-31") }), true);
  assert.equal(isInForce(rule, { from: null, to: day("2013-12-31") }), false);
});
