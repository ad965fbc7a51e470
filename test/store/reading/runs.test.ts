import assert from "node:assert/strict";
import { eq } from "drizzle-orm";
import { snapshots } from "../../../src/store/schema/index.ts";
import { anEndedRun, insertRuns } from "../../helpers/ingest-rows.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { readersOf } from "../../helpers/registers.ts";
import { aRefusedPage } from "../../helpers/taken-pages.ts";

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

testOnEach("a run is told with its counts, its range and the page that broke it", async ({ db, pages }) => {
  const page = aRefusedPage("31", { bytes: "Êtes-vous un humain ?" });
  await pages.savePages([page]);
  const [snapshot] = await db.select().from(snapshots).where(eq(snapshots.sourceId, "31"));
  const counts = { ...NO_COUNTS, seen: 21, new: 8, absent: 6, otherKinds: 4, refused: 2, failed: 1 };
  const broken = anEndedRun("2014-03-02T10:00:00Z", {
    ...counts,
    kind: "backfill",
    outcome: "broken",
    reason: "challenge",
    message: "Le site demande de prouver que l’on est humain.",
    evidenceId: snapshot!.id,
    fromNumber: 11,
    toNumber: 31,
    requests: 3_000_000_000,
  });
  const [id] = await insertRuns(db, [broken]);
  assert.deepEqual(await readersOf(db).runs.listRuns({ before: null, limit: 10 }), {
    items: [
      {
        id,
        kind: "backfill",
        startedAt: broken.startedAt,
        finishedAt: broken.finishedAt,
        outcome: "broken",
        reason: "challenge",
        message: "Le site demande de prouver que l’on est humain.",
        evidence: { sourceId: "31", sha256: page.snapshot.sha256 },
        range: { from: 11, to: 31 },
        counts,
        requests: 3_000_000_000,
        recomputation: null,
      },
    ],
    next: null,
  });
});

testOnEach("a run under way has no end, no outcome, and nothing it was not told", async ({ db }) => {
  const startedAt = new Date("2014-03-02T10:00:00Z");
  await insertRuns(db, [{ startedAt }]);
  const { items } = await readersOf(db).runs.listRuns({ before: null, limit: 10 });
  const { id: _, ...run } = items[0]!;
  assert.deepEqual(run, {
    kind: "round",
    startedAt,
    finishedAt: null,
    outcome: null,
    reason: null,
    message: null,
    evidence: null,
    range: null,
    counts: NO_COUNTS,
    requests: 0,
    recomputation: null,
  });
});

testOnEach(
  "runs come newest first, in pages that skip and repeat none while others arrive",
  async ({ db }) => {
    const started = (minute: number) => ({ startedAt: new Date(Date.UTC(2014, 2, 2, 10, minute)) });
    const ids = await insertRuns(
      db,
      Array.from({ length: 7 }, (_, i) => started(i)),
    );
    const { runs } = readersOf(db);
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const { items, next } = await runs.listRuns({ before, limit: 3 });
      seen.push(...items.map(({ id }) => id));
      before = next;
      await insertRuns(db, [started(30)]);
    } while (before !== null);
    assert.deepEqual(seen, ids.toReversed());
  },
);

testOnEach("the newest instant is the last start or end of a run", async ({ db }) => {
  const { runs } = readersOf(db);
  assert.equal(await runs.findNewestInstant(), null);
  await insertRuns(db, [{ startedAt: new Date("2014-03-02T10:00:00Z") }]);
  assert.deepEqual(await runs.findNewestInstant(), new Date("2014-03-02T10:00:00Z"));
  await insertRuns(db, [anEndedRun("2014-03-02T09:59:30Z")]);
  assert.deepEqual(await runs.findNewestInstant(), new Date("2014-03-02T10:00:30Z"));
});

testOnEach("another parliament's runs are not told", async ({ db }) => {
  await insertRuns(db, [anEndedRun("2014-03-02T10:00:00Z", { parliament: "elsewhere" })]);
  const { runs } = readersOf(db);
  assert.deepEqual(await runs.listRuns({ before: null, limit: 10 }), { items: [], next: null });
  assert.equal(await runs.findNewestInstant(), null);
});
