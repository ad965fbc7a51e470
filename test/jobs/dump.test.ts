import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { sql } from "drizzle-orm";
import { roundLockName } from "../../src/ingest/round.ts";
import { type DumpParts, dumpJob, dumpRegister } from "../../src/jobs/dump.ts";
import type { JobLog } from "../../src/jobs/job.ts";
import type { Database } from "../../src/store/database.ts";
import { createDumpShelf } from "../../src/store/dump/dump-shelf.ts";
import { createPgliteLocks } from "../../src/store/pglite-lock.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { type DatabaseEngine, databaseEngines } from "../helpers/databases.ts";
import { dumpOf } from "../helpers/dump.ts";
import { ORIGIN, takeDump } from "../helpers/dumps.ts";
import { PARLIAMENT } from "../helpers/page-stores.ts";
import { aQuestion } from "../helpers/questions.ts";
import { store } from "../helpers/registers.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";
import { openSite, someRecords } from "../ingest/site-under-test.ts";

const NIGHT = new Date("2014-03-05T04:35:00Z");

/** What a dump of a database is made of, with a folder of its own. */
async function dumpPartsOf(t: TestContext, { engine }: DatabaseEngine, db: Database) {
  const folder = join(await temporaryDirectory(t), "dumps");
  const lock = createPgliteLocks();
  const parts: DumpParts = {
    ...ORIGIN,
    database: { db, engine, lock },
    shelf: createDumpShelf(folder),
    now: () => NIGHT,
  };
  return { parts, folder, lock };
}

const unstopped = () => new AbortController().signal;

/** Questions whose parts are not of one moment: the row, its answers, its versions and what happened to it. */
const TORN = sql`
  select q.source_id as "sourceId"
  from questions q
  cross join lateral (
    select max(revision) as last, count(*)::integer as many
    from question_revisions where parliament = q.parliament and question_id = q.id
  ) as r
  left join question_revisions v
    on v.parliament = q.parliament and v.question_id = q.id and v.revision = q.revision
  where r.last is distinct from q.revision or r.many <> q.revision
    or v.snapshot_id is distinct from q.snapshot_id
    or jsonb_array_length(v.content -> 'answers') <>
      (select count(*) from answers a where a.parliament = q.parliament and a.question_id = q.id)
    or not exists (
      select from question_events e
      where e.parliament = q.parliament and e.question_id = q.id and e.revision = q.revision)
    or not exists (select from source_pages p where p.parliament = q.parliament and p.source_number = q.source_id::integer)`;

for (const engine of databaseEngines) {
  suite(`the nightly dump (${engine.engine})`, () => {
    test("is of one moment, also while a round runs", async (t) => {
      const site = await openSite(t, { engine, records: someRecords(16) });
      const { parts, lock } = await dumpPartsOf(t, engine, site.db);
      const dumped: number[] = [];
      let isOver = false;
      const round = site.round({ lock }).finally(() => (isOver = true));
      do {
        const report = await dumpRegister(parts, { stopping: unstopped() });
        assert.ok(report !== null);
        const other = await engine.fresh(t);
        await takeDump(other, report.folder);
        assert.deepEqual(await selectRows(other, TORN), []);
        dumped.push(report.result.rows.questions ?? 0);
      } while (!isOver && dumped.length < 5);
      await round;
      const whole = await dumpRegister(parts, { stopping: unstopped() });
      const other = await engine.fresh(t);
      await takeDump(other, whole!.folder);
      assert.deepEqual(await dumpOf(other), await dumpOf(site.db));
      assert.deepEqual(
        dumped,
        dumped.toSorted((one, next) => one - next),
      );
    });

    test("comes one at a time, each whole", async (t) => {
      const db = await engine.fresh(t);
      await store(db, [aQuestion()]);
      const { parts, folder } = await dumpPartsOf(t, engine, db);
      const reports = await Promise.all([1, 2, 3].map(() => dumpRegister(parts, { stopping: unstopped() })));
      assert.deepEqual(
        reports.map((report) => report?.result.rows.questions),
        [1, 1, 1],
      );
      assert.deepEqual(await readdir(folder), ["2014-03-05"]);
    });

    test("leaves nothing behind where it is told to stop", async (t) => {
      const db = await engine.fresh(t);
      const stopping = new AbortController();
      const { parts, folder } = await dumpPartsOf(t, engine, db);
      const made: DumpParts["made"] = [
        {
          ...{
            name: "made",
            path: "made.txt.gz",
            description: "",
            format: "txt",
            mediaType: "text/plain",
            fields: [],
          },
          async *write() {
            yield "half";
            stopping.abort();
            yield "the other half";
          },
        },
      ];
      assert.equal(await dumpRegister({ ...parts, made }, { stopping: stopping.signal }), null);
      assert.deepEqual(await readdir(folder), []);
    });

    test("says in one line what it wrote and what it removed", async (t) => {
      const db = await engine.fresh(t);
      await store(db, [aQuestion()]);
      const { parts, folder } = await dumpPartsOf(t, engine, db);
      const early = { ...parts, now: () => new Date("2014-02-20T04:35:00Z") };
      await dumpRegister(early, { stopping: unstopped() });
      const lines: [Record<string, unknown>, string][] = [];
      const log = { info: (fields: Record<string, unknown>, words: string) => lines.push([fields, words]) };
      await dumpJob(parts, { cron: "35 5 * * *", stopping: unstopped() }, log as unknown as JobLog).run();
      const [[fields, words] = assert.fail("it says nothing"), ...others] = lines;
      assert.deepEqual([words, others], ["dump written", []]);
      assert.partialDeepStrictEqual(fields, {
        ...{
          folder: join(folder, "2014-03-05"),
          questions: 1,
          question_revisions: 1,
          removed: ["2014-02-20"],
        },
      });
    });
  });
}

test("on the embedded database a dump waits for the round under way, and is left out where it is told to stop", async (t) => {
  const [embedded] = databaseEngines;
  const db = await embedded!.fresh(t);
  const { parts, lock } = await dumpPartsOf(t, embedded!, db);
  const round = await lock(roundLockName(PARLIAMENT), 0);
  const stopping = new AbortController();
  const [waiting, stopped] = [
    dumpRegister(parts, { stopping: unstopped() }),
    dumpRegister(parts, { stopping: stopping.signal }),
  ];
  stopping.abort();
  assert.equal(await stopped, null);
  assert.deepEqual(await parts.shelf.list(), []);
  await round!.release();
  assert.ok((await waiting) !== null);
});
