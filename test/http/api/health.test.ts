import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../../helpers/apps.ts";

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
