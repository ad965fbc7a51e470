import assert from "node:assert/strict";
import { suite, type TestContext, test } from "node:test";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import type { AppOptions } from "../../../src/http/app.ts";
import { openApp } from "../../helpers/apps.ts";
import { aQuestion } from "../../helpers/questions.ts";

const LIST = "/api/v1/questions";

interface Asking {
  readonly url?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An application with a limit, under a clock that stands still until it is told to go on. */
async function openLimited(t: TestContext, perMinute: number, overrides: Partial<AppOptions> = {}) {
  const { app } = await openApp(t, [aQuestion()], { rateLimitPerMinute: perMinute, ...overrides });
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const ask = ({ url = LIST, from = "192.0.2.1", headers = {} }: Asking = {}) =>
    app.inject({ url, remoteAddress: from, headers });
  return {
    ask,
    pass: (seconds: number) => t.mock.timers.tick(seconds * 1000),
    /** Statuses of as many requests, one after another. */
    async statuses(...asked: Asking[]): Promise<number[]> {
      const found: number[] = [];
      for (const one of asked) found.push((await ask(one)).statusCode);
      return found;
    },
  };
}

test("every answer says how much the client has left, and until when", async (t) => {
  const { ask, pass } = await openLimited(t, 3);
  const first = await ask();
  assert.equal(first.headers["ratelimit-policy"], '"default";q=3;w=60');
  assert.equal(first.headers.ratelimit, '"default";r=2;t=60');
  pass(20);
  const second = await ask({ headers: { "if-none-match": String(first.headers.etag) } });
  assert.deepEqual([second.statusCode, second.headers.ratelimit], [304, '"default";r=1;t=40']);
  const third = await ask({ url: "/nothing" });
  assert.deepEqual([third.statusCode, third.headers.ratelimit], [404, '"default";r=0;t=40']);
});

test("the names of older drafts say the same", async (t) => {
  const { ask } = await openLimited(t, 3);
  const { headers } = await ask();
  const told = ["limit", "remaining", "reset"].map((part) => Number(headers[`ratelimit-${part}`]));
  assert.deepEqual(told, [3, 2, 60]);
});

test("who asks too often is refused by a problem that says when to come back, and is let in then", async (t) => {
  const { ask, pass, statuses } = await openLimited(t, 2);
  assert.deepEqual(await statuses({}, {}), [200, 200]);
  pass(18);
  const refused = await ask();
  const problem = refused.json<ProblemJson>();
  assert.deepEqual([refused.statusCode, problem.status, problem.code], [429, 429, "rate_limited"]);
  assert.equal(refused.headers["content-type"], "application/problem+json; charset=utf-8");
  assert.equal(refused.headers["retry-after"], "42");
  assert.equal(refused.headers.ratelimit, '"default";r=0;t=42');
  assert.equal(refused.headers["cache-control"], "no-store");
  assert.equal(refused.headers["access-control-allow-origin"], "*");
  assert.match(problem.detail, /2 requêtes en une minute.*dans 42 s/);
  pass(41);
  assert.deepEqual(await statuses({}), [429]);
  pass(1);
  assert.deepEqual(await statuses({}), [200]);
});

suite("who is one client", () => {
  test("each address counts by itself", async (t) => {
    const { statuses } = await openLimited(t, 1);
    assert.deepEqual(await statuses({}, {}, { from: "192.0.2.2" }), [200, 429, 200]);
  });

  test("a network of IPv6 addresses counts as one, since one client has them all", async (t) => {
    const { statuses } = await openLimited(t, 1);
    const asked = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"].map((from) => ({ from }));
    assert.deepEqual(await statuses(...asked), [200, 429, 200]);
  });

  test("an IPv4 address is the same within IPv6", async (t) => {
    const { statuses } = await openLimited(t, 1);
    assert.deepEqual(await statuses({ from: "192.0.2.1" }, { from: "::ffff:192.0.2.1" }), [200, 429]);
  });

  const forwarded = (address: string) => ({ headers: { "x-forwarded-for": address } });

  test("nobody escapes by naming another address", async (t) => {
    const { statuses } = await openLimited(t, 1);
    assert.deepEqual(await statuses(forwarded("198.51.100.1"), forwarded("198.51.100.2")), [200, 429]);
  });

  test("a proxy that is trusted says who asks, and only the address it adds itself counts", async (t) => {
    const { statuses } = await openLimited(t, 1, { trustProxy: 1 });
    const asked = ["198.51.100.1", "198.51.100.2", "203.0.113.9, 198.51.100.2"].map(forwarded);
    assert.deepEqual(await statuses(...asked), [200, 200, 429]);
  });

  test("a proxy may be trusted by its address, and no other is then", async (t) => {
    const { statuses } = await openLimited(t, 1, { trustProxy: ["192.0.2.0/24"] });
    const [one, other] = [forwarded("198.51.100.1"), forwarded("198.51.100.2")];
    const from = "203.0.113.1";
    assert.deepEqual(await statuses(one, other, { ...one, from }, { ...other, from }), [200, 200, 200, 429]);
  });
});

test("what watches over the service is not counted", async (t) => {
  const { ask, statuses } = await openLimited(t, 1);
  for (const url of ["/health/live", "/health/ready", "/metrics"]) {
    assert.deepEqual(await statuses({ url }, { url }, { url }), [200, 200, 200], url);
    assert.equal((await ask({ url })).headers.ratelimit, undefined);
  }
  assert.deepEqual(await statuses({}, {}), [200, 429]);
});

test("without a limit nobody is counted", async (t) => {
  const { app } = await openApp(t);
  assert.equal((await app.inject({ url: LIST })).headers["ratelimit-policy"], undefined);
});
