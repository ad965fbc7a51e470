import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { createPace } from "../../src/fetching/pace.ts";
import { cutShort, redirectTo, reset, startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient } from "./impatient-client.ts";

const INTERVAL_MS = 15;

suite("the pace of a client", () => {
  test("holds as the server measures it, with retries, redirects, robots.txt and a queue", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": [{ status: 503 }, { body: "User-agent: *\nDisallow: /non" }],
      "/a": { body: "a" },
      "/b": [reset, { status: 429 }, { body: "b" }],
      "/c": [cutShort, { status: 500 }, { body: "c" }],
      "/d": redirectTo("/e", 301),
      "/e": redirectTo("/a"),
    });
    const { client, page } = impatientClient(server, {
      intervalMs: INTERVAL_MS,
      random: Math.random,
      sleep: (ms, options) => setTimeout(Math.min(ms, 2 * INTERVAL_MS), undefined, options),
    });
    const startedAtMs = performance.now();
    await Promise.all(["/a", "/b", "/c", "/d", "/missing", "/a", "/d", "/missing", "/a"].map(page));

    const ends = [startedAtMs, ...server.seen.map(({ endedAtMs }) => endedAtMs)];
    const gaps = server.seen.map(({ arrivedAtMs }, i) => arrivedAtMs - (ends[i] ?? NaN));
    assert.equal(gaps.length, 19);
    assert.equal(client.requests, 19);
    assert.deepEqual(
      gaps.filter((gap) => !(gap >= INTERVAL_MS)),
      [],
    );
  });

  test("callers are served one after the other, in their order", async (t) => {
    const server = await startWeatherServer(t, { "/1": [reset, { body: "1" }], "/2": {}, "/3": {} });
    const { page } = impatientClient(server);
    await Promise.all(["/1", "/2", "/3"].map(page));
    assert.deepEqual(server.paths(), ["/robots.txt", "/1", "/1", "/2", "/3"]);
  });

  test("one failed page does not hold up the next in the queue", async (t) => {
    const server = await startWeatherServer(t, { "/far": redirectTo("http://loin.example/"), "/near": {} });
    const { page } = impatientClient(server);
    const [far, near] = await Promise.allSettled([page("/far"), page("/near")]);
    assert.deepEqual([far.status, near.status], ["rejected", "fulfilled"]);
  });

  test("all goes over one connection, which is kept", async (t) => {
    const server = await startWeatherServer(t, {
      "/a": { body: "a" },
      "/b": redirectTo("/a"),
      "/busy": { status: 503, body: "plus tard" },
    });
    const { page } = impatientClient(server);
    for (const path of ["/a", "/b", "/busy", "/missing", "/a"]) await page(path);
    assert.equal(server.seen.length, 10);
    assert.equal(new Set(server.seen.map(({ socket }) => socket)).size, 1);
  });
});

suite("createPace", () => {
  const restsOf = async (intervalMs: number, random: number, crawlDelayMs?: number, atLeastMs?: number) => {
    const slept: number[] = [];
    const pace = createPace({ intervalMs, random: () => random, sleep: async (ms) => void slept.push(ms) });
    if (crawlDelayMs !== undefined) pace.heedCrawlDelay(crawlDelayMs);
    await pace.rest(atLeastMs);
    return slept[0] ?? NaN;
  };

  test("rests longer than the interval, by a fifth of it at most", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: 1e9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (intervalMs, random) => {
          const rest = await restsOf(intervalMs, random);
          assert.ok(rest > intervalMs && rest <= Math.ceil(intervalMs * 1.2), `${rest}`);
        },
      ),
    );
  });

  test("rests once for a longer wait, not twice", async () => {
    assert.equal(await restsOf(700, 0, 0, 4_000), 4_000);
    assert.equal(await restsOf(700, 0, 0, 10), 701);
  });

  test("heeds a crawl delay that is longer than the interval, up to a minute", async () => {
    assert.equal(await restsOf(700, 0, 5_000), 5_001);
    assert.equal(await restsOf(700, 0, 300), 701);
    assert.equal(await restsOf(700, 0, -1_000), 701);
    assert.equal(await restsOf(700, 0, Infinity), 60_001);
  });

  test("passes on what a sleep fails with", async () => {
    const sleep = async () => {
      throw new RangeError("no such timer");
    };
    const pace = createPace({ intervalMs: 1, random: () => 0, sleep });
    await assert.rejects(pace.rest(), RangeError);
  });
});
