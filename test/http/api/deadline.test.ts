import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { DeadlineJson } from "../../../src/http/api/schemas/deadline.ts";
import type { DelayGroupListJson } from "../../../src/http/api/schemas/delays.ts";
import { questions } from "../../../src/store/schema/index.ts";
import { aCalendar } from "../../helpers/answer-rules.ts";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const ADDRESS = "/api/v1/questions/wallonia-900001/deadline";

const withdrawn = aQuestion({ tabledOn: day("2013-09-09"), questionText: "QE RETIRÉE PAR SON AUTEUR" });
const beforeEaster = aQuestion({ tabledOn: day("2014-04-07") });

suite("a deadline", () => {
  test("is given with its rule, each day left out, and words", async (t) => {
    const { json } = await openApp(t, [beforeEaster], { now: () => new Date("2014-05-02T10:00:00Z") });
    const { rule, explanation, ...deadline } = await json<DeadlineJson>(ADDRESS);
    assert.deepEqual(deadline, {
      questionId: "wallonia-900001",
      tabledOn: "2014-04-07",
      state: "open",
      asOf: "2014-05-02",
      workingDaysToAnswer: null,
      answerDueOn: "2014-04-29",
      daysOverdue: 3,
      delayDoubt: null,
      skipped: [
        { on: "2014-04-12", reason: "weekend", name: "samedi" },
        { on: "2014-04-13", reason: "weekend", name: "dimanche" },
        { on: "2014-04-19", reason: "weekend", name: "samedi" },
        { on: "2014-04-20", reason: "weekend", name: "dimanche" },
        { on: "2014-04-21", reason: "publicHoliday", name: "Lundi de Pâques" },
        { on: "2014-04-26", reason: "weekend", name: "samedi" },
        { on: "2014-04-27", reason: "weekend", name: "dimanche" },
      ],
    });
    const { label, citation, ...terms } = rule!;
    assert.deepEqual(terms, {
      id: "wallonia-indicative-15-working-days",
      periodDays: 15,
      countedIn: "workingDays",
      dayZero: "tabledOn",
      closedOn: ["publicHolidays", "recess"],
      inForceFrom: "1980-01-01",
      inForceTo: null,
      verified: false,
    });
    assert.match(label, /indicative/);
    assert.match(citation, /supposée/);
    assert.match(explanation, /lundi 7 avril 2014 est le mardi 29 avril 2014.+Lundi de Pâques.+indicative/);
  });

  test("is the one the question itself shows", async (t) => {
    const answered = { ...beforeEaster, answers: [anAnswer({ answeredOn: day("2014-05-05") })] };
    const { json } = await openApp(t, [answered]);
    const deadline = await json<DeadlineJson>(ADDRESS);
    const question = await json<DeadlineJson>("/api/v1/questions/wallonia-900001");
    for (const field of ["answerDueOn", "daysOverdue", "workingDaysToAnswer", "state", "tabledOn"] as const) {
      assert.equal(deadline[field], question[field], field);
    }
    assert.deepEqual([deadline.workingDaysToAnswer, deadline.daysOverdue], [18, null]);
  });

  test("says why a question is not called late whose page lacks an item", async (t) => {
    const { json } = await openApp(t, [aQuestion({ announcedItems: 2, tabledOn: day("2013-09-09") })]);
    const { daysOverdue, delayDoubt, explanation } = await json<DeadlineJson>(
      "/api/v1/questions/wallonia-900001/deadline",
    );
    assert.deepEqual([daysOverdue, delayDoubt], [null, "unreadItems"]);
    assert.match(explanation, /annonce plus d’éléments qu’elle n’en montre/);
    const { items } = await json<{ readonly items: readonly unknown[] }>("/api/v1/questions?overdue=true");
    assert.deepEqual(items, []);
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
    assert.deepEqual([groups[0]?.tabled, groups[0]?.excluded], [0, 1]);
  });

  test("is nobody's where the author withdrew the question", async (t) => {
    const { get, json } = await openApp(t, [withdrawn]);
    const { state, daysOverdue, delayDoubt, explanation } = await json<DeadlineJson>(ADDRESS);
    assert.deepEqual([state, daysOverdue, delayDoubt], ["open", null, "withdrawn"]);
    assert.match(explanation, /que la mention de son retrait\u00a0: aucune réponse n’est attendue\.$/);
    const found = async (query: string) =>
      (await json<{ readonly items: readonly unknown[] }>(`/api/v1/questions?${query}`)).items.length;
    assert.deepEqual(
      [await found("overdue=true"), await found("state=open"), await found("state=converted")],
      [0, 1, 0],
    );
    const { groups } = await json<DelayGroupListJson>("/api/v1/stats/delays");
    const { tabled, open, overdue, excluded, withinDeadline } = groups[0]!;
    assert.deepEqual([tabled, open, overdue, excluded, withinDeadline.ofDue], [1, 1, 0, 0, null]);
    assert.doesNotMatch((await get("/feeds/deadlines.ics")).body, /VEVENT/);
  });

  test("by a verified rule is not called indicative", async (t) => {
    const { db, json } = await openApp(t, [beforeEaster], { answerCalendar: aCalendar() });
    await db.update(questions).set({ answerRuleId: "fifteen-working-days" });
    const { rule, explanation } = await json<DeadlineJson>(ADDRESS);
    assert.equal(rule?.verified, true);
    assert.doesNotMatch(explanation, /indicati/);
  });

  test("is null, with words that say why, where no rule was in force", async (t) => {
    const { db, json } = await openApp(t, [beforeEaster], {
      answerCalendar: aCalendar({ inForceFrom: day("2014-04-08") }),
    });
    await db.update(questions).set({ answerDueOn: null, answerRuleId: null });
    const { answerDueOn, daysOverdue, rule, skipped, explanation } = await json<DeadlineJson>(ADDRESS);
    assert.deepEqual([answerDueOn, daysOverdue, rule, skipped], [null, null, null, []]);
    assert.match(explanation, /^Aucune règle de délai n’est connue/);
  });
});

suite("a stored deadline that the calendar no longer gives", () => {
  const FORMER: Readonly<Record<string, { answerDueOn: string | null; answerRuleId: string | null }>> = {
    "by its day": { answerDueOn: "2014-04-28", answerRuleId: "fifteen-working-days" },
    "by its rule": { answerDueOn: "2014-04-29", answerRuleId: "former" },
    "by its absence": { answerDueOn: null, answerRuleId: null },
  };
  for (const [how, { answerDueOn, answerRuleId }] of Object.entries(FORMER)) {
    test(`is shown as it is stored, and not explained (${how})`, async (t) => {
      const { db, json } = await openApp(t, [beforeEaster], { answerCalendar: aCalendar() });
      await db
        .update(questions)
        .set({ answerDueOn: answerDueOn === null ? null : day(answerDueOn), answerRuleId });
      const deadline = await json<DeadlineJson>(ADDRESS);
      assert.equal(deadline.answerDueOn, answerDueOn);
      assert.deepEqual(deadline.skipped, []);
      assert.equal(deadline.rule?.id, answerRuleId === "fifteen-working-days" ? answerRuleId : undefined);
      assert.match(
        deadline.explanation,
        /ne s’accorde pas avec les règles et les jours fermés connus ici à présent\.$/,
      );
    });
  }
});

suite("the address of a deadline", () => {
  test("redirects for good where the question got its number", async (t) => {
    const unnumbered = aQuestion({ sourceId: null });
    const { db, get } = await openApp(t, [unnumbered]);
    await store(db, [{ ...unnumbered, sourceId: "900003" }]);
    const response = await get("/api/v1/questions/wallonia-ref-2013-2014-lambrecht-aurore-217/deadline");
    assert.deepEqual(
      [response.statusCode, response.headers.location],
      [308, "/api/v1/questions/wallonia-900003/deadline"],
    );
  });

  test("is not found for a question nobody stored", async (t) => {
    const { get } = await openApp(t);
    const response = await get(ADDRESS);
    assert.deepEqual(
      [response.statusCode, response.json<{ code: string }>().code],
      [404, "unknown_question"],
    );
  });

  test("takes no parameter", async (t) => {
    const { get } = await openApp(t, [beforeEaster]);
    assert.equal((await get(`${ADDRESS}?asOf=2014-01-01`)).statusCode, 400);
  });
});
