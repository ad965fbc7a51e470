import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openExampleRegister } from "./example-register.ts";

/** How long a cache may show an answer, at most, after which something new must be seen. */
const LONGEST_STALE_SECONDS = 120;

/** What is asked in order to know how things stand this very moment. */
const isOfThisMoment = (url: string) => /^\/(?:health\/|metrics$)/.test(url);

const secondsIn = (caching: string) =>
  [...caching.matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );

suite("every address of the documentation", async () => {
  const { app, addresses } = await openExampleRegister({ after });

  for (const url of addresses.values()) {
    test(`${url} says how long its answer keeps, and that any site may read it`, async () => {
      const { statusCode, headers } = await app.inject({ url });
      assert.equal(statusCode, 200);
      assert.equal(headers["access-control-allow-origin"], "*");
      const caching = String(headers["cache-control"]);
      if (isOfThisMoment(url)) return assert.equal(caching, "no-store");
      if (/immutable/.test(caching)) return assert.match(url, /\/[0-9a-f]{64}$/);
      assert.ok(secondsIn(caching) <= LONGEST_STALE_SECONDS, caching);
    });

    test(`${url} answers 304, with the same advice to caches, to who holds its tag or has seen its date`, async () => {
      const { headers } = await app.inject({ url });
      const { etag, "last-modified": changed } = headers;
      if (isOfThisMoment(url)) return;
      assert.ok(etag ?? changed, "nothing to ask again by");
      const conditions = [
        ...(etag === undefined ? [] : [{ "if-none-match": etag }]),
        ...(changed === undefined ? [] : [{ "if-modified-since": changed }]),
      ];
      for (const condition of conditions) {
        const again = await app.inject({ url, headers: condition });
        assert.deepEqual([again.statusCode, again.body], [304, ""], JSON.stringify(condition));
        for (const name of ["etag", "last-modified", "cache-control", "vary"]) {
          assert.equal(again.headers[name], headers[name], name);
        }
      }
    });

    test(`${url} answers HEAD as GET, without the body`, async () => {
      const whole = await app.inject({ url });
      const head = await app.inject({ method: "HEAD", url });
      assert.deepEqual([head.statusCode, head.body], [200, ""]);
      const tellsOf = isOfThisMoment(url) ? [] : ["etag", "last-modified", "link", "content-disposition"];
      for (const name of ["content-type", ...tellsOf]) {
        assert.equal(head.headers[name], whole.headers[name], name);
      }
    });

    test(`${url} refuses what it does not know, as a problem`, async () => {
      const written = await app.inject({ method: "POST", url, payload: {} });
      assert.deepEqual([written.statusCode, written.headers.allow], [405, "GET, HEAD"]);
      if (url.startsWith("/health/")) return;
      const asked = await app.inject({ url: `${url}${url.includes("?") ? "&" : "?"}zzz=1` });
      const problem = asked.json<ProblemJson>();
      assert.deepEqual([asked.statusCode, problem.code, problem.parameter], [400, "bad_parameter", "zzz"]);
      assert.equal(asked.headers["cache-control"], "no-store");
      assert.equal(asked.headers["content-disposition"], undefined);
    });
  }
});
