import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { snapshots, sourceStates } from "../../../src/store/schema/index.ts";
import type { CoverageJson } from "../../../src/http/api/schemas/coverage.ts";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import type { RunListJson } from "../../../src/http/api/schemas/run.ts";
import { openApp } from "../../helpers/apps.ts";
import { anEndedRun, insertPages, insertRuns } from "../../helpers/ingest-rows.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { aQuestion } from "../../helpers/questions.ts";

const SHA = "ab".repeat(32);
const BROKEN = { outcome: "broken", reason: "challenge", message: "Le site demande un captcha." } as const;

suite("the runs", () => {
  test("tell of a recomputation by which rules it went and what it changed", async (t) => {
    const { db, json } = await openApp(t);
    const recomputation = {
      fingerprint: "ab".repeat(32),
      answerRules: [{ id: "ten-days", verified: false }],
      changed: { answerDueOn: 12 },
    };
    await insertRuns(db, [anEndedRun("2014-03-05T08:00:00Z", { kind: "recompute", recomputation })]);
    const { items } = await json<RunListJson>("/api/v1/ingest/runs");
    const { fingerprint: _, ...told } = recomputation;
    assert.deepEqual([items[0]?.kind, items[0]?.recomputation], ["recompute", told]);
  });

  test("are listed in the form of the contract, the newest first", async (t) => {
    const { db, json } = await openApp(t);
    const at = new Date("2014-03-01T08:00:00Z");
    const [evidence] = await db
      .insert(snapshots)
      .values({
        parliament: PARLIAMENT,
        sourceId: "31",
        sha256: SHA,
        location: "https://source.example/31",
        byteLength: 1,
        content: Buffer.of(0),
        fetchedAt: at,
        lastFetchedAt: at,
        parserVersion: "1",
      })
      .returning({ id: snapshots.id });
    const run = {
      ...BROKEN,
      kind: "backfill",
      fromNumber: 11,
      toNumber: 31,
      evidenceId: evidence!.id,
    } as const;
    await insertRuns(db, [
      anEndedRun("2014-03-05T08:00:00Z", { ...run, seen: 3, absent: 2, refused: 1, requests: 4 }),
      { startedAt: new Date("2014-03-05T11:55:00Z") },
    ]);
    const { items, page } = await json<RunListJson>("/api/v1/ingest/runs");
    const [first, second] = items.map(({ id, ...item }) => ({ ...item, hasId: id > 0 }));
    const counts = {
      seen: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
      otherKinds: 0,
      absent: 0,
      failed: 0,
    };
    assert.deepEqual(first, {
      hasId: true,
      kind: "round",
      startedAt: "2014-03-05T11:55:00.000Z",
      finishedAt: null,
      outcome: null,
      reason: null,
      message: null,
      evidence: null,
      range: null,
      counts,
      requests: 0,
      recomputation: null,
    });
    assert.deepEqual(second, {
      hasId: true,
      kind: "backfill",
      startedAt: "2014-03-05T08:00:00.000Z",
      finishedAt: "2014-03-05T08:01:00.000Z",
      ...BROKEN,
      evidence: `https://vigie.example/api/v1/questions/wallonia-31/snapshots/${SHA}`,
      range: { from: 11, to: 31 },
      counts: { ...counts, seen: 3, absent: 2, refused: 1 },
      requests: 4,
      recomputation: null,
    });
    assert.deepEqual(page, { nextCursor: null });
  });

  test("lead on by cursor and by Link", async (t) => {
    const { db, get } = await openApp(t);
    const ids = await insertRuns(
      db,
      Array.from({ length: 5 }, (_, i) => anEndedRun(`2014-03-05T0${i}:00:00Z`)),
    );
    const seen: number[] = [];
    let url: string | undefined = "/api/v1/ingest/runs?limit=2";
    while (url !== undefined) {
      const response = await get(url);
      const { items, page } = response.json<RunListJson>();
      seen.push(...items.map(({ id }) => id));
      const next: string | undefined = /^<https:\/\/vigie\.example(.+)>; rel="next"$/.exec(
        String(response.headers.link),
      )?.[1];
      assert.equal(next === undefined, page.nextCursor === null);
      if (next !== undefined) assert.ok(next.endsWith(`limit=2&cursor=${page.nextCursor}`), next);
      url = next;
    }
    assert.deepEqual(seen, ids.toReversed());
  });

  test("are dated by the last of them, unless one shown is under way", async (t) => {
    const { db, get } = await openApp(t);
    const url = "/api/v1/ingest/runs?limit=1";
    assert.equal((await get(url)).headers["last-modified"], undefined);
    await insertRuns(db, [anEndedRun("2014-03-05T08:00:00Z")]);
    const dated = await get(url);
    assert.equal(dated.headers["last-modified"], "Wed, 05 Mar 2014 08:01:00 GMT");
    const again = { "if-modified-since": String(dated.headers["last-modified"]) };
    assert.equal((await get(url, again)).statusCode, 304);
    await insertRuns(db, [{ startedAt: new Date("2014-03-05T09:00:00Z") }]);
    const underWay = await get(url, again);
    assert.deepEqual([underWay.statusCode, underWay.headers["last-modified"]], [200, undefined]);
  });

  test("are not listed by what no cursor is", async (t) => {
    const { get } = await openApp(t);
    const cursorOf = (...parts: readonly unknown[]) =>
      Buffer.from(JSON.stringify(parts)).toString("base64url");
    for (const query of [
      "cursor=",
      "cursor=abc",
      `cursor=${cursorOf("runs", -1)}`,
      `cursor=${cursorOf("runs", 1.5)}`,
      `cursor=${cursorOf("runs", "1")}`,
      `cursor=${cursorOf("-tabledOn", false, "2014-02-01", 1)}`,
      `cursor=${Buffer.from(`["runs",${"9".repeat(30)}]`).toString("base64url")}`,
      "limit=0",
      "limit=101",
      "kind=round",
    ]) {
      const response = await get(`/api/v1/ingest/runs?${query}`);
      assert.equal(response.statusCode, 400, query);
      assert.equal(response.json<ProblemJson>().parameter, query.split("=")[0]);
    }
    assert.equal(
      (await get(`/api/v1/ingest/runs?cursor=${cursorOf("runs", 999_999_999_999_999)}`)).statusCode,
      200,
    );
  });
});

suite("the coverage", () => {
  test("is given in the form of the contract", async (t) => {
    const { db, json } = await openApp(t, [aQuestion({ sourceId: "12", session: "2017-2018" })]);
    await insertPages(db, [
      [14, "otherKind"],
      [15, "absent", { tier: "absent", dueAt: new Date("2014-03-05T11:00:00Z") }],
    ]);
    await insertRuns(db, [anEndedRun("2014-03-05T08:00:00Z", BROKEN)]);
    const resumeAt = new Date("2014-03-05T13:00:00Z");
    await db.insert(sourceStates).values({ parliament: PARLIAMENT, resumeAt });
    const { sessions, backlog, ...coverage } = await json<CoverageJson>("/api/v1/ingest/coverage");
    assert.deepEqual(coverage, {
      asOf: "2014-03-05T12:00:00.000Z",
      totals: { question: 1, otherKind: 1, absent: 1, refused: 0, failed: 0, unseen: 1 },
      lowestNumber: 12,
      highestNumber: 14,
      explainedShare: 2 / 3,
      source: {
        state: "broken",
        since: "2014-03-05T08:01:00.000Z",
        reason: "challenge",
        message: "Le site demande un captcha.",
        resumeAt: "2014-03-05T13:00:00.000Z",
      },
    });
    const { source } = sessions[0]!.publishedTotal!;
    assert.deepEqual(sessions, [
      {
        session: "2017-2018",
        firstNumber: 12,
        lastNumber: 12,
        idsKnown: 3,
        questions: 1,
        otherKinds: 1,
        absent: 1,
        refused: 0,
        failed: 0,
        publishedTotal: { total: 4352, source },
        share: 1 / 4352,
      },
    ]);
    assert.deepEqual(
      backlog.find(({ tier }) => tier === "absent"),
      { tier: "absent", everyDays: 1, pages: 1, due: 1, oldestDueAt: "2014-03-05T11:00:00.000Z" },
    );
  });

  test("of an empty register has nothing but zeros and nulls", async (t) => {
    const { json } = await openApp(t);
    const { explainedShare, lowestNumber, sessions, source } =
      await json<CoverageJson>("/api/v1/ingest/coverage");
    assert.deepEqual(
      { explainedShare, lowestNumber, sessions },
      { explainedShare: null, lowestNumber: null, sessions: [] },
    );
    assert.deepEqual(source, { state: "unknown", since: null, reason: null, message: null, resumeAt: null });
  });

  test("takes no parameter", async (t) => {
    const { get } = await openApp(t);
    const response = await get("/api/v1/ingest/coverage?session=2013-2014");
    assert.deepEqual([response.statusCode, response.json<ProblemJson>().parameter], [400, "session"]);
  });
});
