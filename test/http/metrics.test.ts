import assert from "node:assert/strict";
import { test } from "node:test";
import { sourcePages } from "../../src/store/schema/index.ts";
import { openApp } from "../helpers/apps.ts";
import { anEndedRun, insertPages, insertRuns } from "../helpers/ingest-rows.ts";
import { anAnswer, aQuestion } from "../helpers/questions.ts";

/** The samples of a scrape: what stands before the value, labels and all, and the value. */
function samplesOf(body: string): ReadonlyMap<string, number> {
  const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

const OURS = /^vigie_/;

test("the figures are those of the database, whoever brought them there", async (t) => {
  const { app, db } = await openApp(t, [
    aQuestion(),
    aQuestion({ sourceId: "2", officialNumber: 2, answers: [anAnswer()] }),
  ]);
  await db.delete(sourcePages);
  await insertPages(db, [
    [2, "question"],
    [3, "absent", { tier: "absent", dueAt: new Date("2014-03-05T11:00:00Z") }],
    [4, "absent", { tier: "absent", dueAt: new Date("2014-03-06T11:00:00Z") }],
  ]);
  await insertRuns(db, [
    anEndedRun("2014-03-05T08:00:00Z", { seen: 4, new: 2, otherKinds: 2, requests: 5 }),
    anEndedRun("2014-03-05T09:00:00Z", {
      seen: 1,
      failed: 1,
      requests: 1,
      outcome: "broken",
      reason: "challenge",
    }),
    anEndedRun("2014-03-04T09:00:00Z", { kind: "import", seen: 3, refused: 3 }),
  ]);
  const { body, headers } = await app.inject({ url: "/metrics" });
  assert.match(String(headers["content-type"]), /^text\/plain; version=0\.0\.4/);
  assert.equal(headers["cache-control"], "no-store");
  const samples = samplesOf(body);
  for (const [name, value] of [
    ['vigie_ingest_runs_total{kind="round",outcome="finished"}', 1],
    ['vigie_ingest_runs_total{kind="round",outcome="broken"}', 1],
    ['vigie_ingest_runs_total{kind="round",outcome="stopped"}', 0],
    ['vigie_ingest_runs_total{kind="import",outcome="finished"}', 1],
    ['vigie_ingest_pages_total{kind="round",outcome="new"}', 2],
    ['vigie_ingest_pages_total{kind="round",outcome="otherKind"}', 2],
    ['vigie_ingest_pages_total{kind="round",outcome="failed"}', 1],
    ['vigie_ingest_pages_total{kind="import",outcome="refused"}', 3],
    ["vigie_ingest_requests_total", 6],
    ["vigie_ingest_last_finished_timestamp_seconds", Date.parse("2014-03-05T08:01:00Z") / 1000],
    ["vigie_source_broken", 1],
    ['vigie_source_pages{status="question"}', 1],
    ['vigie_source_pages{status="absent"}', 2],
    ['vigie_source_pages{status="failed"}', 0],
    ['vigie_pages_due{tier="absent"}', 1],
    ['vigie_pages_due{tier="openYoung"}', 0],
    ['vigie_questions{state="open"}', 1],
    ['vigie_questions{state="answered"}', 1],
    ['vigie_questions{state="converted"}', 0],
  ] as const) {
    assert.equal(samples.get(name), value, name);
  }
  assert.ok(![...samples.keys()].some((name) => /total="|"seen"/.test(name)));
});

test("a scrape counts anew each time, and two at once count the same", async (t) => {
  const { app, db } = await openApp(t, [aQuestion()]);
  const ours = async () =>
    [...samplesOf((await app.inject({ url: "/metrics" })).body)].filter(([name]) => OURS.test(name));
  const [one, other] = await Promise.all([ours(), ours()]);
  assert.deepEqual(one, other);
  assert.deepEqual(await ours(), one);
  await insertRuns(db, [anEndedRun("2014-03-05T08:00:00Z")]);
  assert.ok((await ours()).length > one.length);
});

test("before the first run there is no moment of one, and the source is not said to be broken", async (t) => {
  const { app } = await openApp(t);
  const samples = samplesOf((await app.inject({ url: "/metrics" })).body);
  assert.equal(samples.has("vigie_ingest_last_finished_timestamp_seconds"), false);
  assert.equal(samples.get("vigie_source_broken"), 0);
  assert.equal(samples.get("vigie_ingest_requests_total"), 0);
});

test("the process tells of itself, each application once", async (t) => {
  const apps = [await openApp(t), await openApp(t)];
  for (const { app } of apps) {
    const { body } = await app.inject({ url: "/metrics" });
    assert.equal(body.match(/^# TYPE process_cpu_seconds_total counter$/gm)?.length, 1);
    const names = [...body.matchAll(/^# HELP (\S+) /gm)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes("nodejs_eventloop_lag_seconds"));
  }
});

test("the figures are served outside the API, without parameters", async (t) => {
  const { app, get } = await openApp(t);
  assert.equal((await app.inject({ url: "/api/v1/metrics" })).statusCode, 404);
  assert.equal((await get("/metrics?name=x")).statusCode, 400);
});
