import assert from "node:assert/strict";
import { TIER_RULES } from "../../../src/domain/look-tiers.ts";
import { sourcePages } from "../../../src/store/schema/index.ts";
import { anEndedRun, insertPages, insertRuns } from "../../helpers/ingest-rows.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const NOW = new Date("2014-03-05T12:00:00Z");
const NO_COUNTS = {
  seen: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  otherKinds: 0,
  absent: 0,
  failed: 0,
};
const NO_RUNS = { finished: 0, stopped: 0, broken: 0, interrupted: 0 };

testOnEach("figures add up all runs of a kind, those under way among them", async ({ db }) => {
  await insertRuns(db, [
    anEndedRun("2014-03-05T08:00:00Z", { seen: 5, new: 2, changed: 1, requests: 6 }),
    anEndedRun("2014-03-05T09:00:00Z", { seen: 3, otherKinds: 1, absent: 2, requests: 2_500_000_000 }),
    anEndedRun("2014-03-05T10:00:00Z", { outcome: "broken", seen: 1, refused: 1, requests: 1 }),
    { startedAt: new Date("2014-03-05T11:00:00Z"), seen: 1, failed: 1, requests: 4 },
    anEndedRun("2014-03-05T07:00:00Z", { kind: "import", outcome: "interrupted", seen: 9, unchanged: 9 }),
    anEndedRun("2014-03-05T11:30:00Z", { parliament: "elsewhere", seen: 50 }),
  ]);
  const { kinds } = await readersOf(db).figures.findFigures(NOW);
  assert.deepEqual(kinds, [
    {
      kind: "import",
      ...NO_COUNTS,
      seen: 9,
      unchanged: 9,
      requests: 0,
      lastFinishedAt: null,
      runs: { ...NO_RUNS, interrupted: 1 },
    },
    {
      kind: "round",
      ...NO_COUNTS,
      ...{ seen: 10, new: 2, changed: 1, otherKinds: 1, absent: 2, refused: 1, failed: 1 },
      requests: 2_500_000_011,
      lastFinishedAt: new Date("2014-03-05T09:01:00Z"),
      runs: { ...NO_RUNS, finished: 2, broken: 1 },
    },
  ]);
});

testOnEach("figures count ids, pages due and questions", async ({ db }) => {
  await store(db, [
    aQuestion({ sourceId: "1", officialNumber: 1 }),
    aQuestion({ sourceId: "2", officialNumber: 2, answers: [anAnswer()] }),
  ]);
  await store(db, [aQuestion()], { parliament: "elsewhere" });
  await db.delete(sourcePages);
  await insertPages(db, [
    [1, "question", { tier: "openYoung", dueAt: NOW }],
    [2, "question"],
    [3, "failed"],
  ]);
  const { kinds, pages, questions, backlog } = await readersOf(db).figures.findFigures(NOW);
  assert.deepEqual(kinds, []);
  assert.deepEqual(pages, { question: 2, otherKind: 0, absent: 0, refused: 0, failed: 1 });
  assert.deepEqual(questions, { total: 2, open: 1, holding: 0, answered: 1, converted: 0 });
  assert.equal(backlog.length, TIER_RULES.length);
  assert.deepEqual(backlog[0], { tier: "openYoung", everyDays: 0, pages: 1, due: 1, oldestDueAt: NOW });
});
