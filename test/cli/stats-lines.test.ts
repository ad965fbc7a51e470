import assert from "node:assert/strict";
import { test } from "node:test";
import { statsLines } from "../../src/cli/stats-lines.ts";
import type { AnswerRule } from "../../src/domain/deadline/answer-rule.ts";
import type { DelayTally } from "../../src/domain/delays/delay-tally.ts";
import { together } from "../../src/domain/delays/together.ts";
import { groupListJson } from "../../src/http/api/delays/delays-json.ts";
import { day } from "../helpers/questions.ts";

const asOf = day("2014-05-01");

const aRule = (verified: boolean): AnswerRule => ({
  id: "invented",
  label: "20 jours, règle inventée",
  periodDays: 20,
  countedIn: "calendarDays",
  dayZero: "tabledOn",
  closedOn: [],
  inForceFrom: day("1990-01-01"),
  inForceTo: null,
  citation: "Inventée.",
  verified,
});

/** As many questions as these days have answers, and as many open ones, all put 60 days ago. */
function aTally(answers: readonly number[], open: number): DelayTally {
  const answered = answers.length;
  const counts = [
    ...answers.map((on) => ({ day: on, events: 1, censored: 0 })),
    { day: 60, events: 0, censored: open },
  ];
  return {
    ...together([]),
    ...{ tabled: answered + open, answered, open, overdue: open, due: answered + open, dueAnsweredInTime: 1 },
    oldestOpen: open === 0 ? null : { sourceId: "900001", tabledOn: day("2014-03-02") },
    substantive: counts,
    firstReply: counts,
  };
}

const large = aTally([5, 12, 13, 21, 22, 30, 31, 40, 41, 59], 1190);
const small = aTally([7], 2);

function linesOf(width: number, { verified = false, tallies = { large, small } } = {}) {
  const request = {
    asOf,
    filter: {},
    rules: [aRule(verified)],
    site: { parliament: "wallonia", baseUrl: "x" },
  };
  const groups = [
    { key: "osselaer-theo", label: "OSSELAER Théo", ...tallies.large },
    { key: "abel-noe", label: "ABEL Noé", ...tallies.small },
  ];
  const all = { key: "all", label: "Toutes les questions", ...together(groups) };
  const [total] = groupListJson([all], null, request).groups;
  const noPage = { question: 0, otherKind: 0, absent: 0, refused: 0, failed: 0, unseen: 0 };
  return statsLines(
    {
      ...{ by: "minister", asOf, total: total! },
      list: groupListJson(groups, "minister", request),
      coverage: { explainedShare: null, lowestNumber: null, highestNumber: null, totals: noPage },
    },
    width,
  ).map((line) => line.replaceAll(/[\u00a0\u202f]/g, " "));
}

test("a small group stands below, under words that say so, and the sum of all last", () => {
  const lines = linesOf(80);
  const places = [
    /^OSSELAER Théo +1 200 +10 +1 190 /,
    /^moins de 10 questions : /,
    /^ABEL Noé /,
    /^Toutes les questions/,
  ];
  const found = places.map((place) => lines.findIndex((line) => place.test(line)));
  assert.ok(!found.includes(-1), lines.join("\n"));
  assert.deepEqual(
    found,
    [...found].sort((one, other) => one - other),
  );
});

test("lateness is called indicative while the rule is not verified, and not afterwards", () => {
  const isDoubted = (lines: readonly string[]) => lines.some((line) => line.includes("(indicatif)"));
  assert.deepEqual([isDoubted(linesOf(80)), isDoubted(linesOf(80, { verified: true }))], [true, false]);
});

test("a wide terminal shows more columns, and says of what their shares are", () => {
  const [narrow, wide] = [linesOf(80).join("\n"), linesOf(140).join("\n")];
  for (const words of ["à temps", "À temps :", "plus longue"]) {
    assert.deepEqual([narrow.includes(words), wide.includes(words)], [false, true], words);
  }
});

test("no line is wider than the terminal", () => {
  for (let width = 24; width <= 150; width += 7) {
    for (const line of linesOf(width)) assert.ok([...line].length <= width, `${width}: ${line}`);
  }
});

test("without a question it says so, and how much of the site is known", () => {
  const nothing = together([]);
  assert.deepEqual(linesOf(80, { tallies: { large: nothing, small: nothing } }), [
    "Temps de réponse par ministre, au 1er mai 2014 : aucune question.",
    "",
    "Couverture : aucun identifiant du site n’est encore connu.",
  ]);
});
