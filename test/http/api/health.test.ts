import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../../helpers/apps.ts";
import { anEndedRun, insertRuns } from "../../helpers/ingest-rows.ts";
import { aQuestion } from "../../helpers/questions.ts";

test("the program is live whether or not the database answers, and ready only when it does", async (t) => {
  let answers = true;
  const { get } = await openApp(t, [], { isReady: async () => answers });
  const statusOf = async (url: string) => (await get(url)).statusCode;
  assert.deepEqual([await statusOf("/health/live"), await statusOf("/health/ready")], [200, 200]);
  answers = false;
  assert.deepEqual([await statusOf("/health/live"), await statusOf("/health/ready")], [200, 503]);
  assert.equal((await get("/health/ready")).json<{ code: string }>().code, "not_ready");
  answers = true;
  assert.equal(await statusOf("/health/ready"), 200);
});

test("what is asked about health is never kept", async (t) => {
  const { get } = await openApp(t);
  for (const url of ["/health/live", "/health/ready"]) {
    assert.equal((await get(url)).headers["cache-control"], "no-store");
  }
});

test("a source that is broken degrades the service, and readers are still served", async (t) => {
  const { db, get, json } = await openApp(t, [aQuestion()]);
  assert.deepEqual(await json("/health/ready"), { status: "ok" });
  const message = "Le site demande un captcha.";
  await insertRuns(db, [
    anEndedRun("2014-03-05T08:00:00Z", { outcome: "broken", reason: "challenge", message }),
  ]);
  assert.deepEqual(await json("/health/ready"), {
    status: "degraded",
    problems: [{ code: "source_broken", message }],
  });
  assert.deepEqual(await json("/health/live"), { status: "ok" });
  assert.equal((await get("/api/v1/questions")).statusCode, 200);
  await insertRuns(db, [anEndedRun("2014-03-05T09:00:00Z")]);
  assert.deepEqual(await json("/health/ready"), { status: "ok" });
});
