import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { test } from "node:test";
import { contentOf } from "../../src/domain/question-content.ts";
import { createCoverageReader } from "../../src/store/coverage-reader.ts";
import { databaseEngines } from "../helpers/databases.ts";
import { dumpOf } from "../helpers/dump.ts";
import { PARLIAMENT } from "../helpers/page-stores.ts";
import { records } from "../helpers/replica/records.ts";
import { countById, smallestGapMs } from "../helpers/replica/requests.ts";
import { startReplica } from "../helpers/replica/start-replica.ts";
import { fakeClock, roundsOn } from "../helpers/rounds.ts";

const FIRST = 50_000;
const LAST = 51_999;
const INTERVAL_MS = 6;
const postgres = databaseEngines.find(({ engine }) => engine === "postgres")!;

test("a site of 2,000 ids is found whole through faults, at its pace, and asked for no more than its tiers want", async (t) => {
  const clock = fakeClock("2014-02-10T09:00:00Z");
  const site = records({ from: FIRST, to: LAST, seed: 11, gaps: 0.12, otherKinds: 0.1 });
  const replica = await startReplica(t, { records: site, now: clock.now });
  replica.setWeather({
    kinds: ["tooMany", "serverError", "reset", "truncated", "utf8NamedLatin1"],
    share: 0.05,
    seed: 3,
  });
  const db = await postgres.fresh(t);
  const rounds = roundsOn(db, {
    url: replica.url,
    clock,
    client: {
      intervalMs: INTERVAL_MS,
      // The pace is real; longer waits, as after a fault, are cut to the length of it.
      sleep: (ms) => wait(Math.min(ms, INTERVAL_MS + 2)),
    },
  });

  const report = await rounds.backfill(FIRST, LAST);
  assert.equal(report.outcome, "finished", `${report.reason}: ${report.message}`);
  const { questions, source_pages: ledger } = await dumpOf(db);
  const truth = replica.truth();
  assert.deepEqual(
    questions?.map(({ sourceId }) => Number(sourceId)).sort((one, other) => one - other),
    [...truth.keys()].sort((one, other) => one - other),
  );
  const { question_revisions: revisions } = await dumpOf(db);
  const contents = new Map(revisions?.map(({ questionId, content }) => [questionId, content]));
  for (const { id, sourceId } of questions ?? []) {
    assert.deepEqual(contents.get(id), contentOf(truth.get(Number(sourceId))!), String(sourceId));
  }
  const coverage = await createCoverageReader(db, { parliament: PARLIAMENT }).findCoverage(clock.now());
  assert.equal(coverage.explainedShare, 1);
  assert.equal(ledger?.length, LAST - FIRST + 1);
  assert.ok(smallestGapMs(replica.requests) >= INTERVAL_MS, "the pace is never exceeded");
  assert.deepEqual([replica.mostConnections(), replica.mostInFlight()], [1, 1]);

  const before = replica.requests.length;
  replica.setWeather();
  const again = await rounds.round({ absentRun: 30 });
  assert.ok(again.outcome === "finished", JSON.stringify(again));
  const wanted = ledger?.filter(({ dueAt }) => dueAt !== null && (dueAt as Date) <= clock.now()) ?? [];
  const asked = countById(replica.requests.slice(before));
  const beyond = Array.from({ length: 30 }, (_, i) => highestQuestion(truth) + 1 + i);
  assert.deepEqual(
    [...asked.keys()].sort((one, other) => one - other),
    [...new Set([...wanted.map(({ sourceNumber }) => sourceNumber as number), ...beyond])]
      .filter((id) => asked.has(id) || !isOtherKind(ledger, id))
      .sort((one, other) => one - other),
  );
  assert.ok([...asked.values()].every((times) => times === 1));
});

const highestQuestion = (truth: ReadonlyMap<number, unknown>) => Math.max(...truth.keys());

const isOtherKind = (ledger: readonly Record<string, unknown>[] | undefined, id: number) =>
  ledger?.some(({ sourceNumber, status }) => sourceNumber === id && status === "otherKind") ?? false;
