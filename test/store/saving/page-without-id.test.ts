import assert from "node:assert/strict";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { dumpOf, wordsOf } from "../../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { aPageOf, met } from "../../helpers/taken-pages.ts";

const REFERENCE = "ref-2013-2014-lambrecht-aurore-217";
const unnamed = (overrides: Partial<ParsedQuestion> = {}) => aQuestion({ sourceId: null, ...overrides });

testOnEach("a page without id is kept under session, minister and number", async ({ db, pages }) => {
  const page = aPageOf(unnamed());
  assert.deepEqual(await pages.savePages([page]), [{ outcome: "new", questionId: `wallonia-${REFERENCE}` }]);
  const unchanged = [{ outcome: "unchanged", questionId: `wallonia-${REFERENCE}` }];
  assert.deepEqual(await pages.savePages([page]), unchanged);
  assert.deepEqual(await pages.recallPages([met(page)]), unchanged);
  assert.equal((await dumpOf(db)).questions?.length, 1);
});

testOnEach("it becomes one with the same record when that comes with its id", async ({ db, pages }) => {
  await pages.savePages([aPageOf(unnamed())]);
  const later = new Date("2014-04-01T00:00:00Z");
  const store = createPageStore(db, { parliament: PARLIAMENT, now: () => later });
  assert.deepEqual(await store.savePages([aPageOf(aQuestion())]), [
    { outcome: "unchanged", questionId: "wallonia-900001" },
  ]);
  const { questions, question_aliases: aliases, question_events: events } = await dumpOf(db);
  assert.deepEqual(
    questions?.map(({ sourceId, modifiedAt }) => [sourceId, modifiedAt]),
    [["900001", later]],
  );
  assert.deepEqual(
    aliases?.map(({ sourceId, questionId }) => [sourceId, questionId]),
    [[REFERENCE, questions?.[0]?.id]],
  );
  assert.equal(events?.length, 1);
  assert.deepEqual(await pages.recallPages([met(aPageOf(unnamed()))]), [
    { outcome: "unchanged", questionId: "wallonia-900001" },
  ]);
});

testOnEach("a page without id finds the question that is known by its id", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion())]);
  const outcomes = await pages.savePages([
    aPageOf(unnamed()),
    aPageOf(unnamed({ answers: [anAnswer()] })),
    aPageOf(unnamed({ askedBy: "VERMEIL Odétte", answers: [anAnswer()] })),
  ]);
  assert.deepEqual(
    outcomes,
    ["unchanged", "changed", "changed"].map((outcome) => ({ outcome, questionId: "wallonia-900001" })),
  );
  assert.deepEqual((await dumpOf(db)).question_aliases, []);
});

const ORDERS = [
  ["without id first", [0, 1]],
  ["with id first", [1, 0]],
  ["with id in the middle", [0, 1, 0]],
] as const;

testOnEach("the two meet in one batch as they would one after the other, in every order", async (batch) => {
  const single = await batch.another();
  for (const [i, [rule, order]] of ORDERS.entries()) {
    const [sourceId, officialNumber] = [`90000${i}`, 300 + i];
    const both = [
      aPageOf(unnamed({ officialNumber })),
      aPageOf(aQuestion({ sourceId, officialNumber, answers: [anAnswer()] })),
    ];
    const pages = order.map((which) => both[which]!);
    const together = await batch.pages.savePages(pages);
    const apart = [];
    for (const page of pages) apart.push(...(await single.pages.savePages([page])));
    assert.deepEqual(together, apart, rule);
  }
  assert.deepEqual(await wordsOf(batch.db), await wordsOf(single.db));
  const { questions } = await dumpOf(batch.db);
  assert.deepEqual(
    questions?.map(({ sourceId }) => sourceId),
    ["900000", "900001", "900002"],
  );
});

testOnEach("session, minister, number, day and author must all agree", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion())]);
  const others = [
    unnamed({ session: "se2014" }),
    unnamed({ addressedTo: { name: "OSSELAER Théo", office: null } }),
    unnamed({ officialNumber: 218 }),
    unnamed({ tabledOn: day("2014-02-05") }),
    unnamed({ askedBy: "DUCHÊNE Honoré" }),
  ];
  const outcomes = await pages.savePages(others.map((question) => aPageOf(question)));
  assert.ok(outcomes.every(({ outcome }) => outcome === "new"));
  const { questions } = await dumpOf(db);
  assert.deepEqual(
    questions?.map(({ sourceId }) => sourceId),
    [
      "900001",
      "ref-se2014-lambrecht-aurore-217",
      "ref-2013-2014-osselaer-theo-217",
      "ref-2013-2014-lambrecht-aurore-218",
      REFERENCE,
      `${REFERENCE}-2`,
    ],
  );
});

testOnEach("a name once given stays given, also after the question got its id", async ({ db, pages }) => {
  await pages.savePages([aPageOf(unnamed()), aPageOf(aQuestion())]);
  const dates = ["2014-02-05", "2014-02-06", "2014-02-07", "2014-02-10", "2014-02-11", "2014-02-12"];
  for (const date of dates) await pages.savePages([aPageOf(unnamed({ tabledOn: day(date) }))]);
  const { questions } = await dumpOf(db);
  assert.deepEqual(
    questions?.map(({ sourceId }) => sourceId),
    ["900001", ...dates.map((_, i) => `${REFERENCE}-${i + 2}`)],
  );
});

testOnEach("two ids with the same number, day and names are two questions", async ({ db, pages }) => {
  const [one, other] = [
    aQuestion({ title: "les écluses" }),
    aQuestion({ sourceId: "900002", title: "les halages" }),
  ];
  await pages.savePages([aPageOf(one), aPageOf(other)]);
  const outcomes = await pages.savePages([
    aPageOf(unnamed({ title: "les  halages" })),
    aPageOf(unnamed({ title: "les moulins" })),
    aPageOf(unnamed({ title: "les moulins", answers: [anAnswer()] })),
  ]);
  assert.deepEqual(outcomes, [
    { outcome: "unchanged", questionId: "wallonia-900002" },
    { outcome: "new", questionId: `wallonia-${REFERENCE}` },
    { outcome: "changed", questionId: `wallonia-${REFERENCE}` },
  ]);
  assert.equal((await dumpOf(db)).questions?.length, 3);
});

testOnEach("a poorer page with an id still tells it", async ({ db, pages }) => {
  await pages.savePages([aPageOf(unnamed({ answers: [anAnswer()] }))]);
  const [outcome] = await pages.savePages([aPageOf(aQuestion())]);
  assert.equal(outcome?.outcome, "poorer");
  const { questions, question_aliases: aliases } = await dumpOf(db);
  assert.deepEqual(
    questions?.map(({ sourceId, state }) => [sourceId, state]),
    [["900001", "answered"]],
  );
  assert.equal(aliases?.length, 1);
});

testOnEach("an id of our own making is none", async ({ pages }) => {
  await pages.savePages([aPageOf(aQuestion())]);
  const outcomes = await pages.savePages([aPageOf(aQuestion({ sourceId: REFERENCE }))]);
  assert.deepEqual(outcomes, [{ outcome: "unchanged", questionId: "wallonia-900001" }]);
});

testOnEach(
  "bytes that were once a version find their question, whatever was corrected since",
  async (store) => {
    const { db, pages } = store;
    await pages.savePages([aPageOf(unnamed(), { bytes: "file" })]);
    await pages.savePages([aPageOf(aQuestion()), aPageOf(aQuestion({ tabledOn: day("2014-02-03") }))]);
    const again = aPageOf(unnamed(), { bytes: "file", parserVersion: "2" });
    const [outcome] = await createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }).savePages([
      again,
    ]);
    assert.equal(outcome?.outcome, "poorer");
    assert.equal((await dumpOf(db)).questions?.length, 1);
  },
);
