import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const ADDRESSES = [
  "/api/v1/questions",
  "/api/v1/questions?state=open&limit=1",
  "/api/v1/questions/wallonia-900001",
  "/api/v1/questions/wallonia-900001/deadline",
  "/api/v1/ministers",
  "/api/v1/ministers/lambrecht-aurore",
  "/api/v1/ministers/lambrecht-aurore/questions",
  "/api/v1/sessions",
  "/api/v1/events",
  "/api/v1/questions/wallonia-900001/revisions",
  "/api/v1/ingest/runs",
  "/api/v1/ingest/coverage",
  "/api/v1/openapi.json",
  "/api/docs",
  "/static/vigie.css",
];

const STORED = "Sun, 02 Mar 2014 09:30:00 GMT";
/** When the present day began in Brussels. */
const MIDNIGHT = "Tue, 04 Mar 2014 23:00:00 GMT";

/** Those that also say when they last changed: where they tell lateness, that is at midnight at the earliest. */
const DATED: Readonly<Record<string, string>> = {
  "/api/v1/questions": MIDNIGHT,
  "/api/v1/questions?state=open&limit=1": MIDNIGHT,
  "/api/v1/questions/wallonia-900001": MIDNIGHT,
  "/api/v1/questions/wallonia-900001/deadline": MIDNIGHT,
  "/api/v1/ministers": STORED,
  "/api/v1/ministers/lambrecht-aurore": STORED,
  "/api/v1/ministers/lambrecht-aurore/questions": MIDNIGHT,
  "/api/v1/sessions": STORED,
  "/api/v1/events": STORED,
  "/api/v1/questions/wallonia-900001/revisions": STORED,
};

suite("each address", async () => {
  const { app, get } = await openApp({ after }, [aQuestion()]);

  for (const url of ADDRESSES) {
    test(`${url} answers 304, without a body, to who holds its tag`, async () => {
      const first = await app.inject({ url });
      assert.equal(first.statusCode, 200);
      const tag = String(first.headers.etag);
      assert.match(tag, /^W\/".+"$/);
      for (const held of [tag, `"other", ${tag}`, tag.replace("W/", ""), "*"]) {
        const again = await app.inject({ url, headers: { "if-none-match": held } });
        assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, "", tag], held);
        assert.equal(again.headers["content-type"], undefined);
        assert.equal(again.headers["cache-control"], first.headers["cache-control"]);
        assert.equal(again.headers.vary, "accept-encoding");
      }
      const other = await app.inject({ url, headers: { "if-none-match": 'W/"other"' } });
      assert.deepEqual([other.statusCode, other.body], [200, first.body]);
    });
  }

  for (const [url, changed] of Object.entries(DATED)) {
    test(`${url} answers 304 to who has seen its last change`, async () => {
      const { headers } = await get(url);
      assert.equal(headers["last-modified"], changed);
      const ask = async (asked: Record<string, string>) => (await get(url, asked)).statusCode;
      const secondsLater = (seconds: number) => new Date(Date.parse(changed) + seconds * 1000).toUTCString();
      assert.equal(await ask({ "if-modified-since": changed }), 304);
      assert.equal(await ask({ "if-modified-since": secondsLater(1) }), 304);
      assert.equal(await ask({ "if-modified-since": secondsLater(-1) }), 200);
      assert.equal(await ask({ "if-modified-since": "yesterday" }), 200);
    });
  }

  for (const url of ADDRESSES) {
    test(`${url} answers HEAD as GET, without the body`, async () => {
      const whole = await app.inject({ url });
      const head = await app.inject({ method: "HEAD", url });
      assert.deepEqual([head.statusCode, head.body, head.headers.etag], [200, "", whole.headers.etag]);
      assert.equal(head.headers["content-type"], whole.headers["content-type"]);
    });
  }
});

test("a tag overrules a date", async (t) => {
  const { get } = await openApp(t, [aQuestion()]);
  const response = await get("/api/v1/questions", {
    "if-none-match": 'W/"other"',
    "if-modified-since": "Mon, 03 Mar 2014 00:00:00 GMT",
  });
  assert.equal(response.statusCode, 200);
});

test("a list changes its tag and its date with its newest question, whatever it shows", async (t) => {
  const now = () => new Date("2014-03-04T12:00:00Z");
  const { db, get } = await openApp(t, [aQuestion()], { now });
  const url = "/api/v1/questions?state=open";
  const before = await get(url);
  await store(db, [aQuestion({ answers: [anAnswer()] })], { now: new Date("2014-03-04T10:00:00Z") });
  const later = await get(url, { "if-none-match": String(before.headers.etag) });
  assert.equal(later.statusCode, 200);
  assert.equal(later.headers["last-modified"], "Tue, 04 Mar 2014 10:00:00 GMT");
});

test("lateness grows at midnight in Brussels, and who asks by date is told so", async (t) => {
  let now = new Date("2014-03-04T22:59:59Z");
  const { get } = await openApp(t, [aQuestion()], { now: () => now });
  for (const url of [
    "/api/v1/questions",
    "/api/v1/questions/wallonia-900001",
    "/api/v1/questions/wallonia-900001/deadline",
    "/api/v1/ministers/lambrecht-aurore/questions",
  ]) {
    now = new Date("2014-03-04T22:59:59Z");
    const { headers } = await get(url);
    const since = { "if-modified-since": String(headers["last-modified"]) };
    assert.equal((await get(url, since)).statusCode, 304);
    now = new Date("2014-03-04T23:00:00Z");
    const atMidnight = await get(url, since);
    assert.deepEqual([atMidnight.statusCode, atMidnight.headers["last-modified"]], [200, undefined], url);
    now = new Date("2014-03-04T23:00:01Z");
    const after = await get(url, since);
    assert.deepEqual([after.statusCode, after.headers["last-modified"]], [200, MIDNIGHT], url);
  }
});

test("a change of the present second is not dated yet: another may follow within it", async (t) => {
  const now = new Date("2014-03-02T09:30:00.900Z");
  const { get } = await openApp(t, [aQuestion()], { now: () => now });
  assert.equal((await get("/api/v1/questions")).headers["last-modified"], undefined);
  assert.equal((await get("/api/v1/questions/wallonia-900001")).headers["last-modified"], undefined);
});

suite("caches", async () => {
  const { app } = await openApp({ after }, [aQuestion(), aQuestion({ sourceId: null, officialNumber: 9 })]);
  const cachingOf = async (url: string) => {
    const { statusCode, headers } = await app.inject({ url });
    return [statusCode, headers["cache-control"]];
  };

  for (const url of ADDRESSES.filter((one) => one !== "/static/vigie.css")) {
    test(`may show ${url} for a minute, and for another one while they ask again`, async () => {
      const [status, caching] = await cachingOf(url);
      const { maxAge, stale } = /max-age=(?<maxAge>\d+).*while-revalidate=(?<stale>\d+)/.exec(String(caching))
        ?.groups as Record<string, string>;
      assert.equal(status, 200);
      assert.ok(Number(maxAge) + Number(stale) <= 120, String(caching));
    });
  }

  test("keep no refusal, no health, no figures of the service, and ask again where an address leads elsewhere", async () => {
    for (const url of ["/nothing", "/api/v1/questions?foo=1", "/health/live", "/health/ready", "/metrics"]) {
      assert.equal((await cachingOf(url))[1], "no-store", url);
    }
    assert.deepEqual(await cachingOf("/"), [302, "no-cache"]);
  });

  test("keep a page under its hash for good", async () => {
    const revisions = await app.inject({ url: "/api/v1/questions/wallonia-900001/revisions" });
    const [hash] = /[0-9a-f]{64}/.exec(revisions.body) ?? [];
    const [status, caching] = await cachingOf(`/api/v1/questions/wallonia-900001/snapshots/${hash}`);
    assert.deepEqual([status, caching], [200, "public, max-age=31536000, immutable"]);
  });
});

test("a stream that is not sent is given up: nothing waits for its end", async (t) => {
  const { app } = await openApp(t);
  const streams: Readable[] = [];
  app.get("/stream", async (_request, reply) => {
    const body = new Readable({ read: () => undefined });
    streams.push(body);
    return reply.header("last-modified", STORED).send(body);
  });
  const held = await app.inject({ url: "/stream", headers: { "if-modified-since": STORED } });
  assert.deepEqual([held.statusCode, held.body], [304, ""]);
  const head = await app.inject({ method: "HEAD", url: "/stream" });
  assert.deepEqual([head.statusCode, head.headers["content-length"]], [200, undefined]);
  assert.ok(streams.length === 2 && streams.every(({ destroyed }) => destroyed));
});

test("what has no tag is held by nobody who names one", async (t) => {
  const { app } = await openApp(t);
  app.get("/stream", async (_request, reply) => reply.send(Readable.from(["a"])));
  const response = await app.inject({ url: "/stream", headers: { "if-none-match": "undefined" } });
  assert.deepEqual([response.statusCode, response.body], [200, "a"]);
});

test("a refusal has no tag, and is not kept", async (t) => {
  const { get } = await openApp(t);
  const response = await get("/api/v1/ministers/nobody", { "if-none-match": "*" });
  assert.deepEqual(
    [response.statusCode, response.headers.etag, response.headers["cache-control"]],
    [404, undefined, "no-store"],
  );
});

test("a long answer is compressed under the same tag for who can read it", async (t) => {
  const { app } = await openApp(t, [aQuestion()]);
  const url = "/api/v1/openapi.json";
  const plain = await app.inject({ url });
  const packed = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
  assert.equal(packed.headers["content-encoding"], "gzip");
  assert.equal(packed.headers.etag, plain.headers.etag);
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body);
});
