import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import type { Database } from "../../../src/store/database.ts";
import {
  type FeedEventKind,
  type FeedEventRequest,
  NEWEST_EVENT,
} from "../../../src/store/feeds/event-page.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import { holdPortfolios, storeTimed } from "../../helpers/timed-questions.ts";

const TODAY = day("2014-03-05");

const numbered = (number: number, tabledOn = "2014-02-04") =>
  aQuestion({ sourceId: String(number), officialNumber: number, tabledOn: day(tabledOn) });

testOnEach("questions come last tabled first, page by page, whatever arrives meanwhile", async ({ db }) => {
  const days = ["2014-02-04", "2014-02-06", "2014-02-05", "2014-02-06", "2014-02-04"];
  await store(
    db,
    days.map((tabledOn, i) => numbered(i + 1, tabledOn)),
  );
  const { feeds } = readersOf(db);
  const first = await feeds.listQuestions({}, { after: null, limit: 2 });
  assert.deepEqual(idsOf(first.items), ["4", "2"]);
  await store(db, [numbered(6, "2014-02-07"), numbered(7, "2014-02-05")]);
  const second = await feeds.listQuestions({}, { after: first.next, limit: 2 });
  assert.deepEqual(idsOf(second.items), ["7", "3"]);
  const third = await feeds.listQuestions({}, { after: second.next, limit: 2 });
  assert.deepEqual([idsOf(third.items), third.next], [["5", "1"], null]);
  assert.deepEqual(await feeds.listQuestions({ session: "1999-2000" }, { after: null, limit: 2 }), {
    items: [],
    next: null,
  });
});

testOnEach("a question is told whole, with the portfolios of its title", async ({ db }) => {
  await store(db, [aQuestion({ answers: [aHoldingAnswer(), anAnswer()] })]);
  const { feeds } = readersOf(db);
  assert.deepEqual((await feeds.findQuestion("900001"))?.portfolios, [
    { slug: "passerelles", name: "Passerelles" },
    { slug: "ecluses", name: "Écluses" },
  ]);
  await holdPortfolios(db, { "Ministre des Passerelles et des Écluses": ["Écluses"] });
  const question = (await feeds.findQuestion("900001"))!;
  assert.deepEqual(question.portfolios, [{ slug: "ecluses", name: "Écluses" }]);
  assert.equal(question.questionText, aQuestion().questionText);
  assert.deepEqual(
    question.answers.map(({ text }) => text),
    [aHoldingAnswer().text, anAnswer().text],
  );
  assert.equal(await feeds.findQuestion("900002"), null);
});

testOnEach("the id under which a question was first kept stays when it gets its iddoc", async ({ db }) => {
  await store(db, [aQuestion({ sourceId: null })]);
  const { feeds, questions } = readersOf(db);
  const [before] = (await feeds.listQuestions({}, { after: null, limit: 1 })).items;
  assert.match(before!.sourceId, /^ref-/);
  await store(db, [aQuestion()]);
  const [after] = (await feeds.listQuestions({}, { after: null, limit: 1 })).items;
  assert.equal(after!.sourceId, "900001");
  assert.equal(after!.firstSourceId, before!.firstSourceId);
  assert.equal((await questions.findPresentId(after!.firstSourceId)) ?? "", "900001");
});

testOnEach(
  "events come newest first, those that dates tell in their place among the recorded",
  async ({ db }) => {
    await store(db, [numbered(1)], { now: new Date("2014-02-10T08:00:00Z") });
    await store(db, [numbered(2)], { now: new Date("2014-03-01T08:00:00Z") });
    await dueOn(db, { 1: "2014-02-20", 2: "2014-02-25" });
    assert.deepEqual(await told(db), ["tabled 2", "overdue 2", "overdue 1", "tabled 1"]);
    const { items } = await readersOf(db).feeds.listEvents(asked());
    assert.deepEqual(
      items.map(({ occurredOn, at }) => [occurredOn, at.toISOString()]),
      [
        ["2014-02-04", "2014-03-01T08:00:00.000Z"],
        ["2014-02-26", "2014-02-25T23:00:00.000Z"],
        ["2014-02-21", "2014-02-20T23:00:00.000Z"],
        ["2014-02-04", "2014-02-10T08:00:00.000Z"],
      ],
    );
  },
);

testOnEach(
  "a question is late on the day after its last one, and stays so once it is answered",
  async ({ db }) => {
    const tabledOn = day("2014-02-04");
    await storeTimed(db, {
      1: { tabledOn, answerDueOn: TODAY },
      2: { tabledOn, answerDueOn: day("2014-03-04") },
      3: { tabledOn, answerDueOn: day("2014-03-03"), answeredOn: day("2014-03-03") },
      4: { tabledOn, answerDueOn: day("2014-03-02"), answeredOn: day("2014-03-03") },
      5: { tabledOn, answerDueOn: day("2014-03-01"), convertedOn: day("2014-03-01") },
      6: { tabledOn, answerDueOn: day("2014-02-28"), convertedOn: day("2014-03-01") },
      7: { tabledOn, answerDueOn: day("2014-02-27"), holdingOn: day("2014-02-20") },
      8: { tabledOn },
    });
    assert.deepEqual(await told(db, { kinds: ["overdue"] }), [
      "overdue 2",
      "overdue 4",
      "overdue 6",
      "overdue 7",
    ]);
    await db.execute(sql`update questions set delay_doubt = 'unreadItems' where source_id = '2'`);
    assert.deepEqual(await told(db, { kinds: ["overdue"], today: day("2014-02-28") }), ["overdue 7"]);
  },
);

testOnEach(
  "pages of events neither skip nor repeat, in any size, whatever happens meanwhile",
  async ({ db }) => {
    await store(
      db,
      [1, 2, 3].map((number) => numbered(number)),
      { now: new Date("2014-02-10T08:00:00Z") },
    );
    await store(
      db,
      [4, 5].map((number) => numbered(number)),
      { now: new Date("2014-02-24T08:00:00Z") },
    );
    await dueOn(db, { 1: "2014-02-20", 2: "2014-02-20", 3: "2014-02-27", 4: "2014-02-27", 5: "2014-03-01" });
    const all = await told(db);
    assert.equal(all.length, 10);
    const { feeds } = readersOf(db);
    for (const limit of [1, 2, 3, 4, 9, 10]) {
      const before = await told(db);
      const seen: string[] = [];
      for (let from = asked().from, goesOn = true; goesOn;) {
        const { items, next } = await feeds.listEvents(asked({ from, limit }));
        seen.push(...items.map(nameOf));
        assert.ok(next === null || items.length === limit);
        goesOn = next !== null;
        from = next ?? from;
        await correct(db, "5");
      }
      assert.deepEqual(seen, before, `by ${limit}`);
    }
  },
);

testOnEach("kinds, filters and one question pick events out", async ({ db }) => {
  await store(db, [
    { ...numbered(1), answers: [anAnswer()] },
    { ...numbered(2), answers: [aHoldingAnswer()], askedBy: "DURIEUX Ondine" },
  ]);
  await dueOn(db, { 1: "2014-02-20", 2: "2014-02-25" });
  assert.deepEqual(await told(db, { kinds: ["answered", "overdue"] }), [
    "answered 1",
    "overdue 2",
    "overdue 1",
  ]);
  assert.deepEqual(await told(db, { filter: { states: ["holding"] } }), [
    "holdingAnswer 2",
    "tabled 2",
    "overdue 2",
  ]);
  assert.deepEqual(await told(db, { sourceId: "1" }), ["answered 1", "tabled 1", "overdue 1"]);
  assert.deepEqual(await told(db, { kinds: [] }), []);
  assert.deepEqual(await readersOf(db, "elsewhere").feeds.listEvents(asked()), { items: [], next: null });
});

testOnEach(
  "deadlines are of questions that wait, the latest day first, and no more than asked for",
  async ({ db }) => {
    const tabledOn = day("2014-02-04");
    await storeTimed(db, {
      1: { tabledOn, answerDueOn: day("2014-02-25") },
      2: { tabledOn, answerDueOn: day("2014-03-25"), holdingOn: day("2014-02-20") },
      3: { tabledOn, answerDueOn: day("2014-03-10"), answeredOn: day("2014-02-20") },
      4: { tabledOn },
      5: { tabledOn, answerDueOn: day("2014-03-20") },
    });
    const { feeds } = readersOf(db);
    const settledSince = new Date("2014-01-01T00:00:00Z");
    const whole = await feeds.listDeadlines({}, { limit: 3, settledSince });
    assert.deepEqual([idsOf(whole.awaited), whole.isCutShort], [["2", "5", "1"], false]);
    assert.deepEqual(whole.settled, [], "the third came with its answer: nobody saw it wait");
    const cut = await feeds.listDeadlines({ states: ["open"] }, { limit: 1, settledSince });
    assert.deepEqual([idsOf(cut.awaited), cut.isCutShort], [["5"], true]);
  },
);

testOnEach("a deadline is settled once its question was seen waiting and then answered", async ({ db }) => {
  await store(db, [numbered(1), numbered(2), numbered(3)]);
  const answeredAt = new Date("2014-03-04T10:00:00Z");
  const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });
  await store(db, [{ ...numbered(1), answers: [anAnswer()] }], { now: answeredAt });
  await store(db, [{ ...numbered(2), answers: [note] }], { now: answeredAt });
  const { feeds } = readersOf(db);
  const since = (settledSince: Date) =>
    feeds.listDeadlines({ states: ["open"], overdueOn: TODAY }, { limit: 9, settledSince });
  const { settled } = await since(answeredAt);
  assert.deepEqual(
    settled.map(({ sourceId, state }) => [sourceId, state]),
    [
      ["2", "converted"],
      ["1", "answered"],
    ],
  );
  assert.deepEqual((await since(new Date(answeredAt.getTime() + 1))).settled, []);
});

const ALL: readonly FeedEventKind[] = [
  "tabled",
  "holdingAnswer",
  "answered",
  "converted",
  "corrected",
  "overdue",
];

const asked = (overrides: Partial<FeedEventRequest> = {}): FeedEventRequest => ({
  ...{ filter: {}, kinds: ALL, from: NEWEST_EVENT, limit: 100, today: TODAY },
  ...overrides,
});

/** Each event as its kind and the number of its question. */
async function told(db: Database, overrides: Partial<FeedEventRequest> = {}): Promise<string[]> {
  const { items } = await readersOf(db).feeds.listEvents(asked(overrides));
  return items.map(nameOf);
}

const nameOf = ({ kind, question }: { kind: string; question: { sourceId: string } }) =>
  `${kind} ${question.sourceId}`;

const idsOf = (items: readonly { readonly sourceId: string }[]) => items.map(({ sourceId }) => sourceId);

/** Notes that what the page of a question says was corrected. */
async function correct(db: Database, sourceId: string): Promise<void> {
  await db.execute(sql`
    insert into question_events (parliament, question_id, revision, kind, recorded_at)
    select parliament, id, 1, 'corrected', '2014-03-04T08:00:00Z' from questions where source_id = ${sourceId}`);
}

async function dueOn(db: Database, days: Readonly<Record<string, string>>): Promise<void> {
  for (const [sourceId, due] of Object.entries(days)) {
    await db.execute(sql`
      update questions set answer_due_on = ${due} where parliament = ${PARLIAMENT} and source_id = ${sourceId}`);
  }
}
