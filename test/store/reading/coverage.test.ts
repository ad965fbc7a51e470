import assert from "node:assert/strict";
import { TIER_RULES } from "../../../src/domain/look-tiers.ts";
import { sourcePages } from "../../../src/store/schema/index.ts";
import { insertPages } from "../../helpers/ingest-rows.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aQuestion } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import type { Database } from "../../../src/store/database.ts";

const NOW = new Date("2014-03-05T12:00:00Z");
const NONE = { question: 0, otherKind: 0, absent: 0, refused: 0, failed: 0 };

/** Questions under these ids, each with its session; what storing them noted in the ledger is left to the test. */
async function storeQuestions(db: Database, sessions: Readonly<Record<number, string>>): Promise<void> {
  await store(
    db,
    Object.entries(sessions).map(([sourceId, session]) =>
      aQuestion({ sourceId, session, officialNumber: Number(sourceId) }),
    ),
  );
  await db.delete(sourcePages);
}

testOnEach("of a site nobody looked at nothing is known", async ({ db }) => {
  const coverage = await readersOf(db).coverage.findCoverage(NOW);
  assert.deepEqual(
    { ...coverage, backlog: coverage.backlog.map(({ tier }) => tier) },
    {
      totals: { ...NONE, unseen: 0 },
      lowestNumber: null,
      highestNumber: null,
      explainedShare: null,
      sessions: [],
      backlog: TIER_RULES.map(({ tier }) => tier),
    },
  );
});

testOnEach("the share explained is of the ids between the lowest and the highest record", async ({ db }) => {
  await insertPages(db, [
    [7, "absent"],
    [8, "failed"],
    [10, "otherKind"],
    [11, "question"],
    [12, "absent"],
    [13, "refused"],
    [14, "failed"],
    [18, "question"],
    [19, "question"],
    [20, "absent"],
    [23, "absent"],
    [24, "refused"],
  ]);
  const { totals, ...coverage } = await readersOf(db).coverage.findCoverage(NOW);
  assert.deepEqual(totals, { question: 3, otherKind: 1, absent: 4, refused: 2, failed: 2, unseen: 3 });
  assert.deepEqual([coverage.lowestNumber, coverage.highestNumber], [10, 19]);
  assert.equal(coverage.explainedShare, 5 / 10);
});

testOnEach("without a record there is no share, however many ids were looked at", async ({ db }) => {
  await insertPages(db, [
    [7, "absent"],
    [9, "failed"],
  ]);
  const { totals, explainedShare } = await readersOf(db).coverage.findCoverage(NOW);
  assert.deepEqual([totals, explainedShare], [{ ...NONE, absent: 1, failed: 1, unseen: 0 }, null]);
});

testOnEach("an id that is no question belongs to the session of the question below it", async ({ db }) => {
  const [old, extra, recent] = ["2012-2013", "se2013", "2017-2018"];
  await storeQuestions(db, { 12: old, 20: old, 30: extra, 41: recent, 43: recent, 100: recent });
  await insertPages(db, [
    [9, "absent"],
    [10, "otherKind"],
    [12, "question"],
    [13, "otherKind"],
    [19, "refused"],
    [20, "question"],
    [29, "failed"],
    [30, "question"],
    [39, "absent"],
    [40, "absent"],
    [41, "question"],
    // A question whose page is gone is still one of its session.
    [43, "absent"],
    [100, "question"],
    [101, "absent"],
  ]);
  const { sessions } = await readersOf(db).coverage.findCoverage(NOW);
  const [newest, ...others] = sessions;
  assert.deepEqual(others, [
    {
      ...NONE,
      session: extra,
      firstNumber: 30,
      lastNumber: 30,
      idsKnown: 3,
      question: 1,
      absent: 2,
      publishedTotal: null,
      share: null,
    },
    {
      ...NONE,
      session: old,
      firstNumber: 12,
      lastNumber: 20,
      idsKnown: 5,
      question: 2,
      otherKind: 1,
      refused: 1,
      failed: 1,
      publishedTotal: null,
      share: null,
    },
    {
      ...NONE,
      session: null,
      firstNumber: null,
      lastNumber: null,
      idsKnown: 2,
      absent: 1,
      otherKind: 1,
      publishedTotal: null,
      share: null,
    },
  ]);
  const { publishedTotal, ...pages } = newest!;
  assert.deepEqual(pages, {
    ...NONE,
    session: recent,
    firstNumber: 41,
    lastNumber: 100,
    idsKnown: 4,
    question: 2,
    absent: 2,
    share: 2 / 4352,
  });
  assert.equal(publishedTotal?.total, 4352);
  assert.match(publishedTotal.source, /pas été conservé/);
});

testOnEach("sessions whose ids lie in between each other keep their own", async ({ db }) => {
  await storeQuestions(db, { 1: "2008-2009", 3: "se2009", 5: "2008-2009" });
  await insertPages(db, [
    [1, "question"],
    [2, "absent"],
    [3, "question"],
    [4, "otherKind"],
    [5, "question"],
    [6, "failed"],
  ]);
  const { sessions } = await readersOf(db).coverage.findCoverage(NOW);
  assert.deepEqual(
    sessions.map(({ session, firstNumber, lastNumber, idsKnown }) => [
      session,
      firstNumber,
      lastNumber,
      idsKnown,
    ]),
    [
      ["2008-2009", 1, 5, 4],
      ["se2009", 3, 3, 2],
    ],
  );
});

testOnEach("the backlog counts each tier, and what of it is due", async ({ db }) => {
  const due = (tier: "openYoung" | "settled" | "absent", dueAt: string) => ({ tier, dueAt: new Date(dueAt) });
  await insertPages(db, [
    [1, "question", due("openYoung", "2014-03-05T12:00:00Z")],
    [2, "question", due("openYoung", "2014-03-04T08:00:00.250Z")],
    [3, "question", due("openYoung", "2014-03-05T12:00:00.001Z")],
    [4, "question", due("settled", "2014-05-05T12:00:00Z")],
    [5, "otherKind"],
  ]);
  const { backlog } = await readersOf(db).coverage.findCoverage(NOW);
  assert.deepEqual(
    backlog.map(({ tier, everyDays }) => [tier, everyDays]),
    TIER_RULES.map(({ tier, everyDays }) => [tier, everyDays]),
  );
  assert.deepEqual(
    backlog.filter(({ pages }) => pages > 0),
    [
      {
        tier: "openYoung",
        everyDays: 0,
        pages: 3,
        due: 2,
        oldestDueAt: new Date("2014-03-04T08:00:00.250Z"),
      },
      { tier: "settled", everyDays: 91, pages: 1, due: 0, oldestDueAt: null },
    ],
  );
});

testOnEach("another parliament's ids and questions are not counted", async ({ db }) => {
  await store(db, [aQuestion({ sourceId: "5", session: "2012-2013" })], { parliament: "elsewhere" });
  await db.delete(sourcePages);
  await insertPages(db, [
    [4, "question", { parliament: "elsewhere" }],
    [5, "absent"],
  ]);
  const { totals, sessions } = await readersOf(db).coverage.findCoverage(NOW);
  assert.equal(totals.question, 0);
  assert.deepEqual(
    sessions.map(({ session }) => session),
    [null],
  );
});
