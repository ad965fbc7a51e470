import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import { FetchError } from "../../src/errors.ts";
import { startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient } from "./impatient-client.ts";

const pem = await readFile(new URL("../fixtures/fetching/self-signed.pem", import.meta.url), "utf8");

async function assertRefused(t: TestContext): Promise<void> {
  const server = await startWeatherServer(t, { "/a": { body: "secret" } }, { pem });
  const { client, page } = impatientClient(server);
  await assert.rejects(page("/a"), (error) => {
    assert.ok(error instanceof FetchError && error.cause instanceof FetchError);
    assert.deepEqual([error.code, error.cause.code], ["robots_unreachable", "unreachable"]);
    assert.match(error.message, /pas sûre \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    return true;
  });
  assert.equal(client.requests, 1);
  assert.deepEqual(server.paths(), []);
}

test("a certificate that nobody vouches for is refused, and not tried again", assertRefused);

test("no environment makes us accept it", async (t) => {
  const key = "NODE_TLS_REJECT_UNAUTHORIZED";
  const before = process.env[key];
  t.after(() => {
    if (before === undefined) delete process.env[key];
    else process.env[key] = before;
  });
  process.env[key] = "0";
  await assertRefused(t);
});
