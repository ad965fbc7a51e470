import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import type { Database } from "../../../src/store/database.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" });
const minister = (name: string) => ({ name, office: "Ministre des Écluses" });

/** One question of each kind that a filter tells apart; the key is the source id. */
const QUESTIONS: Readonly<Record<string, Partial<ParsedQuestion>>> = {
  open: { tabledOn: day("2014-02-04") },
  holding: { tabledOn: day("2014-02-05"), answers: [aHoldingAnswer()] },
  answered: { tabledOn: day("2014-02-06"), answers: [anAnswer({ answeredOn: day("2014-02-20") })] },
  converted: { tabledOn: day("2014-02-07"), answers: [note] },
  late: { tabledOn: day("2014-02-08"), answers: [anAnswer({ answeredOn: day("2014-05-01") })] },
  oldSession: { tabledOn: day("2009-05-05"), session: "se2009" },
  otherMinister: { tabledOn: day("2014-02-09"), addressedTo: minister("PRÉVAL Maxime") },
  namesake: { tabledOn: day("2014-02-10"), addressedTo: minister("PREVAL Patrick") },
  otherAuthor: { tabledOn: day("2014-02-11"), askedBy: "PREVAL Patrick" },
};

const all = Object.entries(QUESTIONS).map(([sourceId, question], i) =>
  aQuestion({ sourceId, officialNumber: i + 1, ...question }),
);

async function idOf(db: Database, role: "author" | "minister", slug: string): Promise<number> {
  const person = await readersOf(db).persons.findPerson(role, slug);
  assert.ok(person);
  return person.id;
}

/** What each filter finds, oldest first. */
const FILTERS: readonly { rule: string; filter: QuestionFilter; found: readonly string[] }[] = [
  {
    rule: "no filter finds everything",
    filter: {},
    found: ["oldSession", ...Object.keys(QUESTIONS).filter((id) => id !== "oldSession")],
  },
  { rule: "a session finds its questions", filter: { session: "se2009" }, found: ["oldSession"] },
  { rule: "a session nobody has finds nothing", filter: { session: "1999-2000" }, found: [] },
  { rule: "holding is not open", filter: { states: ["holding"] }, found: ["holding"] },
  {
    rule: "answered leaves out holding answers",
    filter: { states: ["answered"] },
    found: ["answered", "late"],
  },
  {
    rule: "converted finds what the author gave up",
    filter: { states: ["converted"] },
    found: ["converted"],
  },
  {
    rule: "several states find any of them",
    filter: { states: ["answered", "holding"] },
    found: ["holding", "answered", "late"],
  },
  {
    rule: "days of tabling are inclusive at both ends",
    filter: { tabledFrom: day("2014-02-05"), tabledTo: day("2014-02-07") },
    found: ["holding", "answered", "converted"],
  },
  {
    rule: "days of answer are inclusive at both ends, and leave the unanswered out",
    filter: { answeredFrom: day("2014-02-20"), answeredTo: day("2014-05-01") },
    found: ["answered", "late"],
  },
  { rule: "one bound is enough", filter: { answeredFrom: day("2014-02-21") }, found: ["late"] },
  {
    rule: "filters add up",
    filter: { states: ["answered"], tabledFrom: day("2014-02-07") },
    found: ["late"],
  },
];

for (const { engine, fresh } of databaseEngines) {
  suite(`each filter (${engine})`, async () => {
    const db = await fresh({ after });
    before(() => store(db, all));

    for (const { rule, filter, found } of FILTERS) {
      test(rule, async () => {
        const page = await readersOf(db).questions.listQuestions(filter, FIRST_PAGE);
        assert.deepEqual(
          page.items.map(({ sourceId }) => sourceId),
          found,
        );
        assert.deepEqual([page.total, page.totalIsExact, page.next], [found.length, true, null]);
      });
    }
  });
}

suite("filters", () => {
  testOnEach(
    "a minister and an author are told apart even where they are the same person",
    async ({ db }) => {
      await store(db, all);
      const { questions } = readersOf(db);
      const find = async (filter: QuestionFilter) =>
        (await questions.listQuestions(filter, FIRST_PAGE)).items.map(({ sourceId }) => sourceId);
      const ministerId = await idOf(db, "minister", "preval-patrick");
      const authorId = await idOf(db, "author", "preval-patrick");
      assert.equal(ministerId, authorId);
      assert.deepEqual(await find({ ministerId }), ["namesake"]);
      assert.deepEqual(await find({ authorId }), ["otherAuthor"]);
      assert.deepEqual(await find({ authorId, ministerId }), []);
    },
  );

  testOnEach("modifiedSince finds what was stored or changed since, to the millisecond", async ({ db }) => {
    const [first, second] = all;
    const later = new Date("2014-03-03T10:00:00.500Z");
    await store(db, [first!, second!]);
    await store(db, [{ ...second!, answers: [aHoldingAnswer(), anAnswer()] }], { now: later });
    const { questions } = readersOf(db);
    const since = async (modifiedSince: Date) =>
      (await questions.listQuestions({ modifiedSince }, FIRST_PAGE)).items.map(({ sourceId }) => sourceId);
    assert.deepEqual(await since(new Date("2014-03-02T09:30:00Z")), ["open", "holding"]);
    assert.deepEqual(await since(later), ["holding"]);
    assert.deepEqual(await since(new Date(later.getTime() + 1)), []);
    assert.deepEqual(await questions.findNewestChange(), later);
  });

  testOnEach("another parliament's questions are never found", async ({ db }) => {
    await store(db, all.slice(0, 2));
    await store(db, [all[2]!], { parliament: "elsewhere" });
    const { questions } = readersOf(db, "elsewhere");
    const page = await questions.listQuestions({}, FIRST_PAGE);
    assert.deepEqual(
      page.items.map(({ sourceId }) => sourceId),
      ["answered"],
    );
    assert.equal(await questions.findQuestion("open"), null);
  });
});

suite("a list", () => {
  testOnEach("is empty, with no newest change, where nothing is stored", async ({ db }) => {
    const { questions } = readersOf(db);
    const page = await questions.listQuestions({}, FIRST_PAGE);
    assert.deepEqual(page, { items: [], next: null, total: 0, totalIsExact: true, facets: null });
    assert.equal(await questions.findNewestChange(), null);
  });

  testOnEach("carries answers and annexes, without texts", async ({ db }) => {
    const attachments = [
      { label: "Annexe 1", url: "http://annexes.example/1.pdf" },
      { label: "Annexe 2", url: null },
    ];
    await store(db, [
      aQuestion({ answers: [aHoldingAnswer(), anAnswer({ attachments })] }),
      aQuestion({ sourceId: "900002", officialNumber: 2 }),
    ]);
    const { items } = await readersOf(db).questions.listQuestions({}, FIRST_PAGE);
    const answeredBy = { name: "LAMBRECHT Aurore", slug: "lambrecht-aurore" };
    const holding = { nature: "holding", natureEvidence: ["Réponse provisoire"] };
    const substantive = { nature: "substantive", natureEvidence: [] };
    assert.deepEqual(items[0]?.answers, [
      { kind: "holdingAnswer", answeredOn: "2014-02-18", answeredBy, attachments: [], ...holding },
      { kind: "answer", answeredOn: "2014-02-24", answeredBy, attachments, ...substantive },
    ]);
    assert.deepEqual(items[1]?.answers, []);
    assert.equal(Object.hasOwn(items[0], "questionText"), false);
  });

  testOnEach("counts exactly up to a thousand, and says so beyond", async ({ db }) => {
    const many = Array.from({ length: 1001 }, (_, i) =>
      aQuestion({ sourceId: String(i), officialNumber: i, session: i === 0 ? "se2009" : "2013-2014" }),
    );
    await store(db, many);
    const { questions } = readersOf(db);
    const page = { ...FIRST_PAGE, limit: 1 };
    const everything = await questions.listQuestions({}, page);
    assert.deepEqual([everything.total, everything.totalIsExact], [1000, false]);
    const thousand = await questions.listQuestions({ session: "2013-2014" }, page);
    assert.deepEqual([thousand.total, thousand.totalIsExact], [1000, true]);
  });
});
