import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTimes, carriedBefore, carriedFirstReplyOn, daysTo } from "../../src/domain/answer-times.ts";
import type { AnswerKind } from "../../src/domain/parsed-question.ts";
import { day } from "../helpers/questions.ts";

const tabledOn = day("2014-02-04");
const sent = (kind: AnswerKind, date: string, text = "Deux passerelles rouvriront en avril.") => ({
  kind,
  answeredOn: day(date),
  text,
});
const answer = (date: string) => sent("answer", date);
const holding = (date: string) => sent("holdingAnswer", date);
const note = (date: string) => sent("authorNote", date);
/** Headed as an answer, and none. */
const promise = (date: string) =>
  sent("answer", date, "Mes services réunissent encore les données. Une réponse complète suivra d'ici peu.");

const CLOCKS = [
  ["no answer: open, both clocks run", [], "open", null, null, null, null],
  ["an answer stops both clocks", [answer("2014-02-24")], "answered", "2014-02-24", "2014-02-24", 20, 20],
  [
    "an answer of the same day took 0 days",
    [answer("2014-02-04")],
    "answered",
    "2014-02-04",
    "2014-02-04",
    0,
    0,
  ],
  [
    "a holding answer stops the first clock only",
    [holding("2014-02-18")],
    "holding",
    "2014-02-18",
    null,
    14,
    null,
  ],
  [
    "a promise headed as an answer stops the first clock only",
    [promise("2014-02-18")],
    "holding",
    "2014-02-18",
    null,
    14,
    null,
  ],
  [
    "the answer after a promise stops the second",
    [promise("2014-02-18"), answer("2014-05-02")],
    "answered",
    "2014-02-18",
    "2014-05-02",
    14,
    87,
  ],
  [
    "an answer without words is an answer",
    [sent("answer", "2014-02-24", "")],
    "answered",
    "2014-02-24",
    "2014-02-24",
    20,
    20,
  ],
  [
    "the answer after a holding answer stops the second",
    [holding("2014-02-18"), answer("2014-05-02")],
    "answered",
    "2014-02-18",
    "2014-05-02",
    14,
    87,
  ],
  [
    "of several answers the first in time counts, wherever it stands",
    [answer("2014-03-10"), answer("2014-02-24")],
    "answered",
    "2014-02-24",
    "2014-02-24",
    20,
    20,
  ],
  ["the author's note is no reply", [note("2014-03-01")], "converted", null, null, null, null],
  [
    "a note after a holding answer keeps the first reply",
    [holding("2014-02-18"), note("2014-03-01")],
    "converted",
    "2014-02-18",
    null,
    14,
    null,
  ],
  [
    "an answer that came all the same makes it answered",
    [note("2014-03-01"), answer("2014-03-10")],
    "answered",
    "2014-03-10",
    "2014-03-10",
    34,
    34,
  ],
  [
    "a date before the question stays as published and gives no days",
    [answer("2013-02-24")],
    "answered",
    "2013-02-24",
    "2013-02-24",
    null,
    null,
  ],
  [
    "an impossible holding answer leaves the other clock alone",
    [holding("2013-02-18"), answer("2014-02-24")],
    "answered",
    "2013-02-18",
    "2014-02-24",
    null,
    20,
  ],
] as const;

for (const [rule, answers, state, firstReplyOn, answeredOn, daysToFirstReply, daysToAnswer] of CLOCKS) {
  test(rule, () => {
    const times = answerTimes(answers);
    assert.deepEqual([times.state, times.firstReplyOn, times.answeredOn], [state, firstReplyOn, answeredOn]);
    assert.equal(daysTo(tabledOn, times.firstReplyOn), daysToFirstReply);
    assert.equal(daysTo(tabledOn, times.answeredOn), daysToAnswer);
  });
}

const NATURES = [
  [
    "of the answer that stopped the second clock",
    [promise("2014-02-18"), answer("2014-05-02")],
    "substantive",
  ],
  ["none while there is only a promise", [promise("2014-02-18")], null],
  ["none where the answer has no words", [sent("answer", "2014-02-24", "")], null],
  [
    "the earliest, wherever it stands",
    [answer("2014-05-02"), sent("answer", "2014-02-24", "Cette question ne relève pas de mes compétences.")],
    "notCompetent",
  ],
] as const;

for (const [rule, answers, nature] of NATURES) {
  test(`the nature told is that ${rule}`, () => assert.equal(answerTimes(answers).answerNature, nature));
}

test("the day on which the author gave the written answer up is told, whatever came after", () => {
  assert.equal(answerTimes([note("2014-03-01")]).convertedOn, "2014-03-01");
  assert.equal(answerTimes([note("2014-03-01"), answer("2014-03-10")]).convertedOn, "2014-03-01");
  assert.equal(answerTimes([answer("2014-03-10")]).convertedOn, null);
});

test("a first reply the page no longer shows still stops the first clock", () => {
  const times = answerTimes([answer("2014-05-02")], day("2014-02-18"));
  assert.equal(times.firstReplyOn, "2014-02-18");
  assert.deepEqual([times.answeredOn, times.state], ["2014-05-02", "answered"]);
});

test("a carried date later than a reply on the page changes nothing", () => {
  assert.equal(answerTimes([answer("2014-02-10")], day("2014-02-18")).firstReplyOn, "2014-02-10");
});

const CARRIED = [
  [
    "a holding answer that gave way is carried",
    "2014-02-18",
    [holding("2014-02-18")],
    [answer("2014-05-02")],
    "2014-02-18",
  ],
  [
    "a promise headed as an answer is carried where the answer took its place",
    "2014-02-18",
    [promise("2014-02-18")],
    [answer("2014-05-02")],
    "2014-02-18",
  ],
  [
    "also where the author's note took its place",
    "2014-02-18",
    [holding("2014-02-18")],
    [note("2014-05-02")],
    "2014-02-18",
  ],
  [
    "a holding answer still on the page is not carried",
    "2014-02-18",
    [holding("2014-02-18")],
    [holding("2014-02-18"), answer("2014-05-02")],
    null,
  ],
  [
    "a holding answer whose date was corrected is not carried",
    "2014-02-18",
    [holding("2014-02-18")],
    [holding("2014-02-28")],
    null,
  ],
  [
    "an answer whose date was corrected is not carried",
    "2014-02-24",
    [answer("2014-02-24")],
    [answer("2014-02-25")],
    null,
  ],
  [
    "what was carried once stays carried",
    "2014-02-18",
    [answer("2014-05-02")],
    [answer("2014-05-03")],
    "2014-02-18",
  ],
  [
    "an author's note of the same day does not hide a holding answer",
    "2014-02-18",
    [holding("2014-02-18"), note("2014-02-18")],
    [note("2014-02-18")],
    "2014-02-18",
  ],
  ["nothing sent, nothing carried", null, [], [answer("2014-02-24")], null],
] as const;

for (const [rule, firstReplyOn, stored, incoming, expected] of CARRIED) {
  test(rule, () => {
    const known = { firstReplyOn: firstReplyOn && day(firstReplyOn), answers: stored };
    assert.equal(carriedFirstReplyOn(known, incoming), expected);
  });
}

test("a version that shows its first reply carries none", () => {
  const shown = { firstReplyOn: day("2014-02-18"), answers: [holding("2014-02-18")] };
  assert.equal(carriedBefore(shown), null);
  assert.equal(carriedBefore({ ...shown, answers: [answer("2014-05-02")] }), "2014-02-18");
});

const DAYS = [
  ["2014-02-04", "2014-02-04", 0],
  ["2014-02-04", "2014-02-05", 1],
  ["2014-02-04", "2014-02-03", null],
  ["2014-02-04", null, null],
  ["2016-02-28", "2016-03-01", 2],
  ["2015-02-28", "2015-03-01", 1],
  ["2013-12-31", "2014-01-01", 1],
  ["2014-03-29", "2014-03-31", 2],
] as const;

for (const [from, to, days] of DAYS) {
  test(`from ${from} to ${to ?? "no date"}: ${days ?? "no"} days`, () => {
    assert.equal(daysTo(day(from), to && day(to)), days);
  });
}
