import assert from "node:assert/strict";
import { sourceStates } from "../../../src/store/schema/index.ts";
import type { Database } from "../../../src/store/database.ts";
import { anEndedRun, insertRuns } from "../../helpers/ingest-rows.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { readersOf } from "../../helpers/registers.ts";

const NOW = new Date("2014-03-05T12:00:00Z");
const UNKNOWN = { state: "unknown", since: null, reason: null, message: null, resumeAt: null };
const BROKEN = { outcome: "broken", reason: "challenge", message: "Le site demande un captcha." } as const;

const healthOf = (db: Database) => readersOf(db).source.findHealth(NOW);
const at = (minute: number) => new Date(Date.UTC(2014, 2, 5, 10, minute));
const runAt = (minute: number, run: Parameters<typeof anEndedRun>[1] = {}) =>
  anEndedRun(at(minute).toISOString(), run);

testOnEach("a source that no run asked is unknown", async ({ db }) => {
  assert.deepEqual(await healthOf(db), UNKNOWN);
  await insertRuns(db, [
    runAt(0, { kind: "import" }),
    runAt(1, { kind: "samples" }),
    runAt(2, { kind: "reparse" }),
    { startedAt: at(3) },
  ]);
  assert.deepEqual(await healthOf(db), UNKNOWN);
});

testOnEach("a source is broken since the first of the runs in a row that found it so", async ({ db }) => {
  await insertRuns(db, [
    runAt(0, { ...BROKEN, reason: "empty" }),
    runAt(2),
    runAt(4, { ...BROKEN, reason: "empty" }),
  ]);
  await insertRuns(db, [runAt(6, { ...BROKEN, kind: "nightly" })]);
  const { outcome: _, ...why } = BROKEN;
  assert.deepEqual(await healthOf(db), { state: "broken", since: at(5), ...why, resumeAt: null });
});

testOnEach("a source is well again since the first run that found it so", async ({ db }) => {
  await insertRuns(db, [runAt(0, BROKEN), runAt(2), runAt(4, { outcome: "stopped", kind: "backfill" })]);
  assert.deepEqual(await healthOf(db), { ...UNKNOWN, state: "ok", since: at(3) });
});

testOnEach("a run under way or killed, an import and another parliament change nothing", async ({ db }) => {
  await insertRuns(db, [
    runAt(0, BROKEN),
    runAt(2, { outcome: "interrupted" }),
    runAt(4, { kind: "import" }),
    runAt(6, { parliament: "elsewhere" }),
    { startedAt: at(8) },
  ]);
  assert.equal((await healthOf(db)).state, "broken");
});

testOnEach("the run that ended last decides, whichever began last", async ({ db }) => {
  await insertRuns(db, [runAt(10, { kind: "backfill", finishedAt: at(50) }), runAt(20, BROKEN)]);
  assert.deepEqual(await healthOf(db), { ...UNKNOWN, state: "ok", since: at(50) });
});

testOnEach("what the site asked for is told until its time is over", async ({ db }) => {
  const resumeAt = new Date("2014-03-05T12:30:00Z");
  await db.insert(sourceStates).values({ parliament: PARLIAMENT, resumeAt });
  assert.deepEqual(await healthOf(db), { ...UNKNOWN, resumeAt });
  assert.deepEqual(await readersOf(db).source.findHealth(resumeAt), UNKNOWN);
});
