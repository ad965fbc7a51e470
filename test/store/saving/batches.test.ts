import assert from "node:assert/strict";
import { test } from "node:test";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { createPageStore, type TakenPage } from "../../../src/store/page-store.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { countRows, dumpOf, wordsOf } from "../../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { randomNumbers, randomQuestions } from "../../helpers/random-questions.ts";
import { aPageOf, aRefusedPage } from "../../helpers/taken-pages.ts";

/** Pages as chance brings them: few questions, in many versions, with and without id, poorer, repeated, refused. */
function mixedPages(seed: number, count: number): TakenPage[] {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const next = randomQuestions(seed);
  const questions = Array.from({ length: count / 4 }, (_, i) => next({ sourceId: String(900_000 + i) }));
  const turns: ((question: ParsedQuestion) => ParsedQuestion)[] = [
    (question) => question,
    (question) => ({ ...question, sourceId: null }),
    (question) => ({ ...question, answers: [] }),
    (question) => ({ ...question, answers: [...question.answers, anAnswer()] }),
    (question) => ({ ...question, title: `${question.title} (bis)` }),
    (question) => ({ ...question, questionText: question.questionText.slice(0, 90) }),
    (question) => ({ ...question, askedBy: question.askedBy.toUpperCase() }),
    (question) => ({
      ...question,
      questionText: question.questionText.replaceAll(" ", "\n"),
      sourceId: null,
    }),
  ];
  return Array.from({ length: count }, () => {
    const question = questions[below(questions.length)]!;
    const fetchedAt = new Date(NOW.getTime() - below(1_000_000_000));
    if (below(20) === 0) return aRefusedPage(question.sourceId, { fetchedAt });
    const origin = below(4) === 0 ? "source" : "file";
    return aPageOf(turns[below(turns.length)]!(question), { origin, fetchedAt });
  });
}

/** When a page is due depends on what was known when it was looked at, and pages of the site come one by one. */
const withoutDueTimes = ({ source_pages: pages = [], ...words }: Awaited<ReturnType<typeof wordsOf>>) => ({
  ...words,
  source_pages: pages.map(({ dueAt: _, ...page }) => page),
});

testOnEach("a batch of mixed pages comes to the same as one page after the other", async (batch) => {
  const single = await batch.another();
  const pages = mixedPages(11, batch.engine === "postgres" ? 500 : 40);
  const together = await batch.pages.savePages(pages);
  const apart = [];
  for (const page of pages) apart.push(...(await single.pages.savePages([page])));
  assert.deepEqual(together, apart);
  assert.deepEqual(withoutDueTimes(await wordsOf(batch.db)), withoutDueTimes(await wordsOf(single.db)));
  const outcomes = new Set(together.map(({ outcome }) => outcome));
  assert.deepEqual(
    outcomes,
    new Set(["new", "changed", "unchanged", "poorer", "refused"]),
    "all of it happened",
  );
});

testOnEach("a version that comes and goes within a batch leaves its trace", async ({ db, pages }) => {
  const outcomes = await pages.savePages([
    aPageOf(aQuestion()),
    aPageOf(aQuestion({ askedBy: "DUCHÊNE Honoré" })),
    aPageOf(aQuestion({ askedBy: "DUCHÊNE Honoré" }), { bytes: "other" }),
    aPageOf(aQuestion({ askedBy: "ABBINGS Renaud" })),
  ]);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ["new", "changed", "unchanged", "changed"],
  );
  const dump = await dumpOf(db);
  assert.equal(dump.questions?.[0]?.revision, 3);
  assert.deepEqual(
    dump.question_revisions?.map(({ revision }) => revision),
    [1, 2, 3],
  );
  assert.ok(dump.persons?.some(({ slug }) => slug === "duchene-honore"));
});

testOnEach("events keep the order of the pages", async ({ db, pages }) => {
  const next = randomQuestions(3);
  const questions = Array.from({ length: 40 }, (_, i) =>
    next({ sourceId: String(900_000 + ((i * 7) % 40)) }),
  );
  await pages.savePages(questions.map((question) => aPageOf(question)));
  await pages.savePages(
    questions.toReversed().map((question) => aPageOf({ ...question, title: "autre titre" })),
  );
  const { question_events: events, questions: stored } = await dumpOf(db);
  const idOf = new Map(stored?.map(({ sourceId, id }) => [sourceId, id]));
  const inOrder = questions.map(({ sourceId }) => idOf.get(sourceId));
  const eventsOf = (kind: string) =>
    events?.filter((event) => event.kind === kind).map(({ questionId }) => questionId);
  assert.deepEqual(eventsOf("tabled"), inOrder);
  assert.deepEqual(eventsOf("corrected"), inOrder.toReversed());
});

testOnEach("two parliaments keep out of each other's way", async ({ db, pages }) => {
  const elsewhere = createPageStore(db, { parliament: "elsewhere", now: () => NOW });
  await pages.savePages([aPageOf(aQuestion())]);
  const before = (await dumpOf(db)).questions;
  const outcomes = await elsewhere.savePages([aPageOf(aQuestion({ answers: [anAnswer()] }))]);
  assert.deepEqual(outcomes, [{ outcome: "new", questionId: "elsewhere-900001" }]);
  const dump = await dumpOf(db);
  assert.deepEqual(
    dump.questions?.filter(({ parliament }) => parliament === PARLIAMENT),
    before,
  );
  assert.equal(dump.persons?.length, 4);
});

for (const { engine, fresh } of databaseEngines) {
  test(`importers at the same time come to the same as one after the other (${engine})`, async (t) => {
    const [shared, alone] = [await fresh(t), await fresh(t)];
    const store = (db: typeof shared) => createPageStore(db, { parliament: PARLIAMENT, now: () => NOW });
    const next = randomQuestions(5);
    const questions = Array.from({ length: 60 }, (_, i) => next({ sourceId: String(900_000 + i) }));
    const pages = questions.map((question) => aPageOf(question));
    const batches = [pages, pages.toReversed(), pages.slice(20), pages.slice(0, 40)];
    const outcomes = await Promise.all(batches.map((batch) => store(shared).savePages(batch)));
    for (const batch of batches) await store(alone).savePages(batch);
    assert.equal(outcomes.flat().filter(({ outcome }) => outcome === "new").length, 60, "each is new once");
    assert.deepEqual(await countRows(shared), await countRows(alone));
    const sorted = async (db: typeof shared) =>
      Object.entries(await wordsOf(db)).map(([table, rows]) => [
        table,
        rows.map((row) => JSON.stringify(row)).sort(),
      ]);
    assert.deepEqual(await sorted(shared), await sorted(alone));
  });

  test(`an event is never seen before one with a lower id (${engine})`, async (t) => {
    const db = await fresh(t);
    const next = randomQuestions(9);
    const batchOf = (from: number) =>
      Array.from({ length: 20 }, (_, i) => aPageOf(next({ sourceId: String(900_000 + from + i) })));
    const store = createPageStore(db, { parliament: PARLIAMENT, now: () => NOW });
    let isDone = false;
    const writers = Promise.all(Array.from({ length: 8 }, (_, i) => store.savePages(batchOf(i * 20)))).then(
      () => {
        isDone = true;
      },
    );
    const seen = new Set<unknown>();
    let newest = 0;
    while (!isDone || seen.size === 0) {
      const ids = ((await dumpOf(db)).question_events ?? []).map(({ id }) => id as number);
      const late = ids.filter((id) => id <= newest && !seen.has(id));
      assert.deepEqual(late, []);
      for (const id of ids) seen.add(id);
      newest = Math.max(newest, ...ids);
    }
    await writers;
  });
}
