import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { ConflictError } from "../../src/errors.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { dumpOf } from "../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../helpers/page-stores.ts";
import { aQuestion } from "../helpers/questions.ts";
import { aPageOf } from "../helpers/taken-pages.ts";

const END = new Date("2014-03-02T09:45:00Z");
const counts = { seen: 10, new: 4, changed: 3, unchanged: 2, refused: 1 };

testOnEach("a run is noted when it starts, and with its counts when it ends", async ({ db }) => {
  const instants = [NOW, END].values();
  const runs = createIngestRuns(db, { parliament: PARLIAMENT, now: () => instants.next().value ?? END });
  const run = await runs.start("import");
  assert.deepEqual([run.kind, run.startedAt], ["import", NOW]);
  const row = {
    ...{ parliament: PARLIAMENT, id: run.id, kind: "import", startedAt: NOW },
    ...{ fromNumber: null, toNumber: null, reason: null, message: null, evidenceId: null },
    ...{ otherKinds: 0, absent: 0, failed: 0, requests: 0, recomputation: null },
  };
  const none = { seen: 0, new: 0, changed: 0, unchanged: 0, refused: 0 };
  assert.deepEqual((await dumpOf(db)).ingest_runs, [{ ...row, ...none, finishedAt: null, outcome: null }]);
  await runs.finish(run, counts);
  assert.deepEqual((await dumpOf(db)).ingest_runs, [
    { ...row, ...counts, finishedAt: END, outcome: "finished" },
  ]);
});

testOnEach("finishing a run leaves the others as they are", async ({ db }) => {
  const runs = createIngestRuns(db, { parliament: PARLIAMENT, now: () => NOW });
  const elsewhere = createIngestRuns(db, { parliament: "elsewhere", now: () => NOW });
  const [first] = [await runs.start("import"), await runs.start("import"), await elsewhere.start("import")];
  await runs.finish(first, counts);
  const { ingest_runs: rows } = await dumpOf(db);
  assert.deepEqual(
    rows?.map(({ seen }) => seen),
    [10, 0, 0],
  );
});

testOnEach("samples are not started where real questions are", async ({ db, pages }) => {
  const runs = createIngestRuns(db, { parliament: PARLIAMENT, now: () => NOW });
  await pages.savePages([aPageOf(aQuestion())]);
  await assert.rejects(runs.start("samples"), ConflictError);
  assert.deepEqual((await dumpOf(db)).ingest_runs, []);
});

testOnEach("after a large run the planner knows how much there is", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion())]);
  const runs = createIngestRuns(db, { parliament: PARLIAMENT, now: () => NOW });
  const known = async () => {
    const query = sql`select reltuples as count from pg_class where relname = 'questions'`;
    return (await selectRows<{ count: number }>(db, query))[0]?.count;
  };
  await runs.finish(await runs.start("import"), { ...counts, new: 1, changed: 0 });
  assert.notEqual(await known(), 1);
  await runs.finish(await runs.start("import"), { ...counts, new: 5_000 });
  assert.equal(await known(), 1);
});
