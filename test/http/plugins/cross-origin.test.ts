import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { openApp } from "../../helpers/apps.ts";
import { aQuestion } from "../../helpers/questions.ts";

const origin = "https://newspaper.example";
const LIST = "/api/v1/questions";

/** What a browser asks before it lets a page of another site send something out of the ordinary. */
const preflight = (method: string, headers?: string) => ({
  origin,
  "access-control-request-method": method,
  ...(headers === undefined ? {} : { "access-control-request-headers": headers }),
});

suite("a page of another site", async () => {
  const { app } = await openApp({ after }, [aQuestion()]);

  for (const url of [LIST, "/api/docs", "/health/live", "/nothing", `${LIST}?foo=1`, `${LIST}/%E0%A4%A`]) {
    test(`may read what ${url} answers, without credentials`, async () => {
      const { headers } = await app.inject({ url, headers: { origin } });
      assert.equal(headers["access-control-allow-origin"], "*");
      assert.equal(headers["access-control-allow-credentials"], undefined);
    });
  }

  test("may read that nothing has changed", async () => {
    const { statusCode, headers } = await app.inject({
      url: LIST,
      headers: { origin, "if-none-match": "*" },
    });
    assert.deepEqual([statusCode, headers["access-control-allow-origin"]], [304, "*"]);
  });

  test("sees the headers that lead on from an answer, and those that say when to ask again", async () => {
    const { headers } = await app.inject({ url: LIST, headers: { origin } });
    const exposed = String(headers["access-control-expose-headers"]).toLowerCase().split(", ");
    for (const name of [
      "etag",
      "last-modified",
      "link",
      "ratelimit",
      "ratelimit-policy",
      "retry-after",
      "content-disposition",
      "accept-ranges",
      "content-range",
    ]) {
      assert.ok(exposed.includes(name), name);
    }
  });

  for (const method of ["GET", "HEAD"]) {
    test(`is told beforehand that it may ${method}, with conditions`, async () => {
      const { statusCode, headers, body } = await app.inject({
        method: "OPTIONS",
        url: LIST,
        headers: preflight(method, "if-none-match"),
      });
      assert.deepEqual([statusCode, body], [204, ""]);
      assert.equal(headers["access-control-allow-origin"], "*");
      assert.equal(headers["access-control-allow-methods"], "GET, HEAD");
      assert.match(String(headers["access-control-allow-headers"]), /If-None-Match, If-Range, Range/);
      assert.equal(headers["access-control-max-age"], "86400");
    });
  }

  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    test(`is told beforehand that it may not ${method}`, async () => {
      const response = await app.inject({ method: "OPTIONS", url: LIST, headers: preflight(method) });
      assert.equal(response.statusCode, 405);
    });
  }

  test("may not send what only writing needs", async () => {
    const response = await app.inject({
      method: "OPTIONS",
      url: LIST,
      headers: preflight("GET", "content-type"),
    });
    assert.doesNotMatch(String(response.headers["access-control-allow-headers"]), /content-type/i);
  });
});

test("an answer is the same for all sites, so that caches may keep one for all", async (t) => {
  const { app } = await openApp(t, [aQuestion()]);
  const { headers } = await app.inject({ url: LIST, headers: { origin } });
  assert.equal(headers.vary, "accept-encoding");
});

test("what is written to is closed to pages of other sites", async (t) => {
  const { app } = await openApp(t);
  app.post("/written", async () => ({}));
  const { statusCode, headers } = await app.inject({
    method: "POST",
    url: "/written",
    headers: { origin },
  });
  assert.deepEqual([statusCode, headers["access-control-allow-origin"]], [200, undefined]);
});
