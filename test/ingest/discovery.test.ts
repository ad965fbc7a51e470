import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ingestRound } from "../../src/ingest/ingest-round.ts";
import { createEventReader } from "../../src/store/event-reader.ts";
import { databaseEngines } from "../helpers/databases.ts";
import { PARLIAMENT } from "../helpers/page-stores.ts";
import { aQuestion, day } from "../helpers/questions.ts";
import { noRecords, type Records, records } from "../helpers/replica/records.ts";
import { countById, type ReplicaRequest } from "../helpers/replica/requests.ts";
import { type ReplicaOptions, startReplica } from "../helpers/replica/start-replica.ts";
import { fakeClock, roundsOn } from "../helpers/rounds.ts";

const pglite = databaseEngines.find(({ engine }) => engine === "pglite")!;

/** A site without gaps or other kinds but where a test wants them, and rounds on an empty database. */
async function openSite(t: Parameters<typeof pglite.fresh>[0], options: ReplicaOptions = {}) {
  const clock = fakeClock("2013-10-14T09:00:00Z");
  const whole = records({ from: 50_000, to: 50_019, seed: 5, gaps: 0, otherKinds: 0 });
  const replica = await startReplica(t, { records: whole, now: clock.now, ...options });
  const db = await pglite.fresh(t);
  const rounds = roundsOn(db, { url: replica.url, clock });
  /** The ids asked for by what `act` does, in order. */
  const asked = async (act: () => Promise<unknown>) => {
    const before = replica.requests.length;
    await act();
    return idsOf(replica.requests.slice(before));
  };
  return { clock, replica, db, rounds, asked };
}

const idsOf = (requests: readonly ReplicaRequest[]) =>
  requests.flatMap(({ sourceNumber }) => sourceNumber ?? []).filter((id) => id >= 50_000 && id < 60_000);

/** Records without a gap up to 50004, and one of another kind above. */
function withOtherKind(at: number): Records {
  const whole = records({ from: 50_000, to: 50_004, seed: 5, gaps: 0, otherKinds: 0 });
  const other = { origin: { kind: "Interpellation", record: question(at) }, changes: [] } as const;
  return { from: 50_000, to: at, find: (id) => (id === at ? other : id <= whole.to ? whole.find(id) : null) };
}

const question = (sourceId: number) =>
  aQuestion({
    sourceId: String(sourceId),
    officialNumber: sourceId,
    tabledOn: day("2013-10-10"),
    year: 2013,
  });

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

suite("a round looks for new ids", () => {
  test("above the highest known question, until so many in a row show nothing", async (t) => {
    const { rounds, asked } = await openSite(t);
    await rounds.backfill(50_000, 50_009);
    assert.deepEqual(
      (await asked(() => rounds.round({ absentRun: 5 }))).filter((id) => id > 50_009),
      upTo(50_010, 50_024),
    );
  });

  test("and starts counting anew after each record it finds, of whatever kind", async (t) => {
    const { replica, rounds, asked } = await openSite(t, { records: withOtherKind(50_012) });
    await rounds.backfill(50_000, 50_004);
    replica.add(50_008, question(50_008));
    const seen = (await asked(() => rounds.round({ absentRun: 4 }))).filter((id) => id > 50_004);
    assert.deepEqual(seen, upTo(50_005, 50_016));
  });

  test("without asking again for records of other kinds known to be there", async (t) => {
    const { rounds, asked } = await openSite(t, { records: withOtherKind(50_006) });
    await rounds.backfill(50_000, 50_004);
    await rounds.round({ absentRun: 4 });
    const seen = (await asked(() => rounds.round({ absentRun: 4 }))).filter((id) => id > 50_004);
    assert.deepEqual(seen, [50_005, ...upTo(50_007, 50_010)]);
  });

  test("in an empty database above the newest id the source knows of", async (t) => {
    const { replica, rounds } = await openSite(t, { records: noRecords });
    replica.add(139_350, question(139_350));
    const report = await rounds.round({ absentRun: 5 });
    assert.ok(report.outcome === "finished" && report.new === 1);
  });

  test("and finds an id that was filled late, within 45 days", async (t) => {
    const { clock, replica, rounds, asked } = await openSite(t);
    replica.remove(50_004);
    await rounds.backfill(50_000, 50_019);
    clock.set("2013-11-20T09:00:00Z");
    await rounds.round();
    replica.add(50_004, question(50_004));
    clock.set("2013-11-22T09:00:00Z");
    assert.equal(countOf(await asked(() => rounds.round()), 50_004), 1);
  });

  test("but no longer asks for one that showed nothing for 45 days", async (t) => {
    const { clock, replica, rounds, asked } = await openSite(t);
    replica.remove(50_004);
    await rounds.backfill(50_000, 50_019);
    clock.set("2013-11-29T09:00:00Z");
    assert.equal(countOf(await asked(() => rounds.round()), 50_004), 1);
    clock.set("2013-11-30T10:00:00Z");
    assert.equal(countOf(await asked(() => rounds.round()), 50_004), 0);
  });
});

suite("a round closes gaps", () => {
  test("between the records it knows, the newest first", async (t) => {
    const { rounds, asked } = await openSite(t);
    await rounds.backfill(50_000, 50_002);
    await rounds.backfill(50_010, 50_012);
    const seen = (await asked(() => rounds.round({ absentRun: 3 }))).filter(
      (id) => id > 50_002 && id < 50_010,
    );
    assert.deepEqual(seen, upTo(50_003, 50_009).reverse());
  });

  test("once: an id that was asked for is no gap, whatever came of it", async (t) => {
    const { replica, rounds, asked } = await openSite(t);
    replica.remove(50_005);
    await rounds.backfill(50_000, 50_002);
    await rounds.backfill(50_010, 50_012);
    await rounds.round({ absentRun: 3 });
    const seen = await asked(() => rounds.round({ absentRun: 3 }));
    assert.equal(countOf(seen, 50_005), 0);
  });
});

suite("a backfill", () => {
  test("goes from the newest to the oldest, or the other way", async (t) => {
    const { rounds, asked } = await openSite(t);
    assert.deepEqual(await asked(() => rounds.backfill(50_010, 50_014)), upTo(50_010, 50_014).reverse());
    const upwards = () => rounds.backfill(50_000, 50_004, { newestFirst: false });
    assert.deepEqual(await asked(upwards), upTo(50_000, 50_004));
  });

  test("asks for nothing that was asked for before, be it there or not", async (t) => {
    const { replica, rounds, asked } = await openSite(t);
    replica.remove(50_003);
    await rounds.backfill(50_000, 50_005);
    assert.deepEqual(await asked(() => rounds.backfill(50_000, 50_007)), [50_007, 50_006]);
    assert.deepEqual(await asked(() => rounds.backfill(50_000, 50_007)), []);
  });

  test("that is told to stop ends after the page in hand, and the next goes on from there", async (t) => {
    const { replica, db, clock } = await openSite(t);
    const stop = new AbortController();
    const stoppable = roundsOn(db, { url: replica.url, clock, stopping: stop.signal });
    const report = await stoppable.backfill(50_000, 50_009, {
      onLook: ({ seen }) => seen === 4 && stop.abort(),
    });
    assert.deepEqual([report.outcome, report.reason, report.seen], ["stopped", "asked_to_stop", 4]);
    const next = await roundsOn(db, { url: replica.url, clock }).backfill(50_000, 50_009);
    assert.deepEqual([next.outcome, next.seen], ["finished", 6]);
    assert.ok([...countById(replica.requests).entries()].every(([id, times]) => times === 1 || id > 60_000));
  });
});

suite("a round looks again", () => {
  test("at open questions each time, and at none it looked at already", async (t) => {
    const { replica, rounds, asked } = await openSite(t, { records: noRecords });
    replica.add(50_000, question(50_000));
    await rounds.backfill(50_000, 50_000);
    for (const _ of [1, 2]) {
      assert.equal(countOf(await asked(() => rounds.round({ absentRun: 2 })), 50_000), 1);
    }
  });

  test("and an answer that came meanwhile is an event", async (t) => {
    const { replica, rounds, db } = await openSite(t, { records: noRecords });
    replica.add(50_000, question(50_000));
    await rounds.backfill(50_000, 50_000);
    replica.publishAnswer(50_000, {
      kind: "answer",
      answeredOn: day("2013-10-14"),
      answeredBy: "LAMBRECHT Aurore",
      text: "Les passerelles rouvrent en mai.",
      attachments: [],
    });
    await rounds.round({ absentRun: 2 });
    const { items } = await createEventReader(db, { parliament: PARLIAMENT }).listEvents({
      after: 0,
      limit: 10,
    });
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ["tabled", "answered"],
    );
  });

  test("no longer than its time allows: what is left comes next", async (t) => {
    const { clock, rounds } = await openSite(t);
    await rounds.backfill(50_000, 50_019);
    clock.set("2013-10-15T09:00:00Z");
    // Each page takes the clock 50 minutes.
    const slow = { ...rounds.parts, now: () => (clock.pass(50 * 60_000), clock.now()) };
    const stopping = new AbortController().signal;
    const report = await ingestRound(slow, { kind: "round", absentRun: 20, stopping });
    assert.ok(report.outcome === "stopped" && report.reason === "out_of_time");
  });
});

const countOf = (ids: readonly number[], id: number) => ids.filter((one) => one === id).length;
