import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { FetchError } from "../../src/errors.ts";
import {
  cutShort,
  drip,
  redirectTo,
  reset,
  silence,
  startWeatherServer,
  type Weather,
} from "../helpers/weather-server.ts";
import { impatientClient, NOW, textOf, USUAL_REST_MS } from "./impatient-client.ts";

const GOOD: Weather = { body: "la page" };

const broken: Readonly<Record<string, Weather>> = {
  "a connection that breaks": reset,
  "a connection that breaks within the page": cutShort,
  "an answer that is no HTTP": (request) => request.socket.end("bonjour\r\n\r\n"),
  "a chunked page without its end": (request, response) => {
    response.write("une page qui", () => request.socket.destroy());
  },
  ...Object.fromEntries([408, 425, 429, 500, 502, 503, 504].map((status) => [String(status), { status }])),
};

suite("what may pass by itself is tried again", () => {
  for (const [name, weather] of Object.entries(broken)) {
    test(name, async (t) => {
      const server = await startWeatherServer(t, { "/a": [weather, weather, weather, GOOD] });
      const { client, slept, page } = impatientClient(server);
      assert.equal(textOf(await page("/a")), "la page");
      assert.equal(client.requests, 5);
      assert.deepEqual(slept, [USUAL_REST_MS, USUAL_REST_MS, 1_100, 4_400, 17_600]);
    });
  }

  for (const [name, weather] of Object.entries({ "a server that says nothing": silence, "a drip": drip })) {
    test(`${name}, until the time for one request is over`, async (t) => {
      const server = await startWeatherServer(t, { "/a": [weather, GOOD] });
      const { page } = impatientClient(server, { timeoutMs: 40 });
      assert.equal(textOf(await page("/a")), "la page");
    });
  }
});

suite("what stays as it is is asked for once", () => {
  for (const status of [400, 401, 403, 404, 410, 501, 505]) {
    test(String(status), async (t) => {
      const server = await startWeatherServer(t, { "/a": { status, body: "non" } });
      const { page } = impatientClient(server);
      const answer = await page("/a");
      assert.deepEqual([answer.status, textOf(answer)], [status, "non"]);
      assert.deepEqual(server.paths(), ["/robots.txt", "/a"]);
    });
  }

  test("a redirect elsewhere, a page too large and bytes that are broken", async (t) => {
    const server = await startWeatherServer(t, {
      "/away": redirectTo("http://loin.example/"),
      "/large": { body: "x".repeat(2_000) },
      "/broken": { headers: { "content-encoding": "gzip" }, body: "pas du gzip" },
    });
    const { client, page } = impatientClient(server, { maxBytes: 1_000 });
    for (const path of ["/away", "/large", "/broken"]) await assert.rejects(page(path), FetchError);
    assert.equal(client.requests, 4);
  });
});

suite("after the last try", () => {
  test("an answer is given back as it is: the caller reads the page of a site in repair", async (t) => {
    const server = await startWeatherServer(t, { "/a": { status: 503, body: "en travaux" } });
    const { client, page } = impatientClient(server);
    const answer = await page("/a");
    assert.deepEqual([answer.status, textOf(answer)], [503, "en travaux"]);
    assert.equal(client.requests, 5);
  });

  test("a failure says what failed and when, and keeps its cause", async (t) => {
    const server = await startWeatherServer(t, { "/a": [{ status: 502 }, reset] });
    await assert.rejects(impatientClient(server).page("/a"), (error) => {
      assert.ok(error instanceof FetchError);
      assert.equal(error.code, "unreachable");
      assert.match(error.message, /\/a n’est pas joignable.*coupée.*ECONNRESET.*Vérifiez/);
      const faults = [502, "ECONNRESET", "ECONNRESET", "ECONNRESET"];
      assert.deepEqual(
        error.context["tries"],
        faults.map((fault) => ({ at: NOW, fault })),
      );
      assert.ok(error.cause instanceof Error);
      return true;
    });
  });

  test("a page that never came in time is told as timed_out", async (t) => {
    const server = await startWeatherServer(t, { "/a": silence });
    const { client, page } = impatientClient(server, { timeoutMs: 40 });
    await assert.rejects(page("/a"), { code: "timed_out", message: /à temps/ });
    assert.ok(client.requests >= 5);
  });
});

suite("Retry-After", () => {
  const busy = (retryAfter: string, status = 503): Weather => ({
    status,
    headers: { "retry-after": retryAfter },
  });

  test("takes the place of our own wait, in seconds or as a date", async (t) => {
    const server = await startWeatherServer(t, {
      "/a": [busy("7"), busy("Mon, 02 Mar 2026 10:02:00 GMT", 429), busy("bientôt"), GOOD],
    });
    const { slept, page } = impatientClient(server);
    await page("/a");
    assert.deepEqual(slept.slice(2), [7_000, 120_000, 17_600]);
  });

  test("never makes us ask faster than our pace", async (t) => {
    const server = await startWeatherServer(t, { "/a": [busy("0"), GOOD] });
    const { slept, page } = impatientClient(server);
    await page("/a");
    assert.deepEqual(slept.slice(2), [USUAL_REST_MS]);
  });

  test("beyond what a call can wait ends the call, and says until when", async (t) => {
    const server = await startWeatherServer(t, { "/a": busy("121", 429) });
    const { client, page } = impatientClient(server);
    await assert.rejects(page("/a"), {
      code: "asked_to_wait",
      retryAt: new Date("2026-03-02T10:02:01Z"),
      message: /2 mars 2026/,
    });
    assert.equal(client.requests, 2);
  });

  test("is heeded for all pages of the site, until its time has come", async (t) => {
    const server = await startWeatherServer(t, { "/a": busy("3600"), "/b": GOOD });
    let now = NOW;
    const { client, page } = impatientClient(server, { now: () => now });
    await assert.rejects(page("/a"), { code: "asked_to_wait" });
    now = new Date("2026-03-02T10:59:59Z");
    await assert.rejects(page("/b"), { code: "asked_to_wait", retryAt: new Date("2026-03-02T11:00:00Z") });
    assert.equal(client.requests, 2);
    now = new Date("2026-03-02T11:00:00Z");
    assert.equal(textOf(await page("/b")), "la page");
  });
});
