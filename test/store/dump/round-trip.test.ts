import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { QuestionContent } from "../../../src/domain/question-content.ts";
import { spellingsOf } from "../../../src/domain/search/spellings.ts";
import type { Database } from "../../../src/store/database.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { selectRows } from "../../../src/store/select-rows.ts";
import { createSourceStateStore } from "../../../src/store/source-state.ts";
import { openApp } from "../../helpers/apps.ts";
import { arbitraryQuestion } from "../../helpers/arbitrary-question.ts";
import { databaseEngines, type Owner, suiteOwner } from "../../helpers/databases.ts";
import { dumpOf } from "../../helpers/dump.ts";
import { dumpInto, takeDump } from "../../helpers/dumps.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { randomQuestions } from "../../helpers/random-questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import { aPageOf, aRefusedPage } from "../../helpers/taken-pages.ts";
import { openSite } from "../../ingest/site-under-test.ts";

/** Rows in each table, as rounds, files and a recomputation bring them. */
async function fill(t: Owner, engine: (typeof databaseEngines)[0]): Promise<Database> {
  const site = await openSite(t, { engine });
  await site.round();
  site.passDays(40);
  await site.round();
  const { db } = site;
  await createSourceStateStore(db, { parliament: PARLIAMENT }).saveResumeAt(NOW);
  const next = randomQuestions(7);
  const attachments = [{ label: "Annexe [PDF]", url: null }];
  await store(db, [
    ...Array.from({ length: 20 }, () => next()),
    aQuestion({ sourceId: null, officialNumber: 9 }),
    aQuestion({ sourceId: "77", answers: [aHoldingAnswer()] }),
    aQuestion({ sourceId: "77", answers: [aHoldingAnswer(), anAnswer({ attachments })] }),
  ]);
  await store(db, [aQuestion({ sourceId: "78", officialNumber: 9 })]);
  await createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }).savePages([aRefusedPage("5")]);
  await db.execute(sql`insert into derivation_states values (${PARLIAMENT}, 'of some rules', now())`);
  return db;
}

/** Everything in the database but the vocabulary, of which a dump holds nothing. */
async function dumpedRows(db: Database) {
  const { vocabulary: _, ...rows } = await dumpOf(db);
  return rows;
}

/** By word. */
async function vocabularyOf(db: Database): Promise<Map<string, string>> {
  const rows = await selectRows<{ word: string; spelling: string }>(
    db,
    sql`select word, spelling from vocabulary`,
  );
  return new Map(rows.map(({ word, spelling }) => [word, spelling] as const).sort());
}

/** What the vocabulary is where the questions, as they stand now, come in the order of their numbers. */
async function presentVocabulary(db: Database): Promise<Map<string, string>> {
  const present = await selectRows<{ content: QuestionContent }>(
    db,
    sql`
      select distinct on (question_id) content
      from question_revisions
      order by question_id, revision desc`,
  );
  return new Map([...spellingsOf(present.map(({ content }) => content))].sort());
}

const ADDRESSES = [
  ...["questions", "questions?limit=7&sort=answeredOn", "questions?q=passerelle", "questions/wallonia-77"],
  ...[
    "questions/wallonia-77/revisions",
    "questions/wallonia-77/deadline",
    "ministers",
    "authors",
    "sessions",
  ],
  ...["portfolios", "events?limit=1000", "ingest/runs", "ingest/coverage", "stats/delays?by=minister"],
].map((path) => `/api/v1/${path}`);

for (const from of databaseEngines) {
  suite(`a dump of ${from.engine}`, async () => {
    const owner = suiteOwner();
    const db = await fill(owner, from);
    // As an older version of a page, or somebody's hand, may have left them.
    await db.execute(sql`insert into vocabulary values (${PARLIAMENT}, 'nulleparts', 'nulleparts')`);
    await db.execute(sql`update vocabulary set spelling = 'altéré'`);
    const rows = await dumpedRows(db);
    const folder = await dumpInto(owner, { db, engine: from.engine });

    test("is of tables that all have rows, so that the next tests say something", async () => {
      const empty = Object.entries(await dumpOf(db)).filter(([, found]) => found.length === 0);
      assert.deepEqual(empty, []);
    });

    for (const to of databaseEngines) {
      test(`gives the same rows, numbers included, in an empty ${to.engine}`, async (t) => {
        const other = await to.fresh(t);
        await takeDump(other, folder);
        assert.deepEqual(await dumpedRows(other), rows);
      });

      test(`gives an empty ${to.engine} the words of questions as they stand, and no others`, async (t) => {
        const other = await to.fresh(t);
        await takeDump(other, folder);
        const words = await vocabularyOf(other);
        assert.ok(words.size > 10);
        assert.deepEqual(words, await presentVocabulary(other));
      });

      test(`gives a dump of ${to.engine} that gives the same rows again`, async (t) => {
        const other = await to.fresh(t);
        await takeDump(other, folder);
        const again = await dumpInto(t, { db: other, engine: to.engine }, { batchSize: 100 });
        const third = await from.fresh(t);
        await takeDump(third, again);
        assert.deepEqual(await dumpOf(third), await dumpOf(other));
        assert.deepEqual(await dumpedRows(third), rows);
      });
    }

    test("gives the same answers over HTTP, byte by byte", async (t) => {
      const other = await from.fresh(t);
      await takeDump(other, folder);
      const [before, after] = [await openApp(t, [], readersOf(db)), await openApp(t, [], readersOf(other))];
      for (const address of ADDRESSES) {
        const [one, same] = [await before.get(address), await after.get(address)];
        assert.equal(one.statusCode, 200, address);
        assert.equal(same.body, one.body, address);
        assert.equal(same.headers.etag, one.headers.etag, address);
      }
    });
  });
}

test("whatever words pages hold, a dump gives them back", async () => {
  const [one] = databaseEngines;
  const question = arbitraryQuestion.map((found): ParsedQuestion => ({ ...found, sourceId: "1" }));
  await fc.assert(
    fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 5 }), async (found) => {
      const clearUps: (() => Promise<void> | void)[] = [];
      const owner: Owner = { after: (clearUp) => void clearUps.unshift(clearUp) };
      try {
        const db = await one!.fresh(owner);
        const pages = found.map((each, i) => aPageOf({ ...each, sourceId: String(i + 1) }));
        await createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }).savePages(pages);
        const folder = await dumpInto(owner, { db, engine: one!.engine });
        const other = await one!.fresh(owner);
        await takeDump(other, folder);
        assert.deepEqual(await dumpedRows(other), await dumpedRows(db));
        assert.deepEqual(await vocabularyOf(other), await presentVocabulary(db));
      } finally {
        for (const clearUp of clearUps) await clearUp();
      }
    }),
    { numRuns: 8 },
  );
});
