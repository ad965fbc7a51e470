import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { fastify } from "fastify";
import { pino } from "pino";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { createErrorHandler } from "../../../src/http/plugins/error-handler.ts";
import { openApp } from "../../helpers/apps.ts";

suite("an address nobody serves", async () => {
  const { app } = await openApp({ after });

  for (const url of ["/nothing", "/api/v1", "/api/v1/", "/api/v2/questions", "/api/v1/questions/a/b"]) {
    test(`is a problem like any other: ${url}`, async () => {
      const response = await app.inject({ url });
      assert.equal(response.statusCode, 404);
      assert.equal(response.headers["content-type"], "application/problem+json; charset=utf-8");
      const problem = response.json<ProblemJson>();
      assert.deepEqual(
        { ...problem, detail: "" },
        {
          type: "https://vigie.example/api/docs#unknown_route",
          title: "Adresse inconnue",
          status: 404,
          detail: "",
          code: "unknown_route",
          instance: url,
        },
      );
    });
  }

  test("is refused before its body is read", async () => {
    const response = await app.inject({
      method: "POST",
      url: "/nothing",
      headers: { "content-type": "text/unheard-of" },
      payload: "x".repeat(2_000_000),
    });
    assert.equal(response.statusCode, 404);
  });
});

suite("an address that exists", async () => {
  const { app } = await openApp({ after });

  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
    test(`refuses ${method} and says what it takes`, async () => {
      for (const url of ["/api/v1/questions?limit=1", "/api/v1/ministers/x/questions", "/health/live"]) {
        const response = await app.inject({ method, url });
        assert.equal(response.statusCode, 405, url);
        assert.equal(response.headers.allow, "GET, HEAD");
        assert.equal(response.json<ProblemJson>().code, "method_not_allowed");
      }
    });
  }
});

suite("a request that cannot be read", async () => {
  const { app } = await openApp({ after });

  test("because of its address is a problem", async () => {
    const response = await app.inject({ url: "/api/v1/questions/%E0%A4%A" });
    assert.equal(response.statusCode, 400);
    assert.equal(response.json<ProblemJson>().code, "malformed_request");
  });

  test("because a part of its address is too long is a problem", async () => {
    const response = await app.inject({ url: `/api/v1/ministers/${"x".repeat(2000)}` });
    assert.equal(response.json<ProblemJson>().code, "address_too_long");
    assert.equal(response.statusCode, 414);
  });

  for (const { body, type, status, code } of [
    { body: "{", type: "application/json", status: 400, code: "malformed_request" },
    { body: "x", type: "text/unheard-of", status: 415, code: "unsupported_media_type" },
    { body: `"${"x".repeat(2_000_000)}"`, type: "application/json", status: 413, code: "payload_too_large" },
  ]) {
    test(`because of its body is a problem: ${code}`, async (t) => {
      const reading = fastify();
      t.after(() => reading.close());
      reading.setErrorHandler(createErrorHandler({ docsUrl: "https://vigie.example/api/docs" }));
      reading.post("/", async () => ({}));
      const response = await reading.inject({
        method: "POST",
        url: "/",
        headers: { "content-type": type },
        payload: body,
      });
      assert.deepEqual([response.statusCode, response.json<ProblemJson>().code], [status, code]);
    });
  }
});

test("a fault of ours says nothing of its cause, and leads to the log by its number", async (t) => {
  const lines: string[] = [];
  const logger = pino({ level: "error" }, { write: (line: string) => lines.push(line) });
  const isReady = () => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.7 as vigie:secret"));
  const { get } = await openApp(t, [], { logger, isReady });
  const response = await get("/health/ready");
  const problem = response.json<ProblemJson>();
  assert.deepEqual([response.statusCode, problem.code], [500, "internal_error"]);
  assert.ok(!/secret|10\.0\.0\.7|ECONN/.test(response.body));
  const logged = lines.map((line) => JSON.parse(line) as { reqId?: string; err?: { message: string } });
  const line = logged.find(({ reqId }) => reqId === problem.requestId);
  assert.match(line?.err?.message ?? "", /ECONNREFUSED/);
});

test("hostile text comes back as data: problems are never HTML", async (t) => {
  const { get } = await openApp(t);
  const response = await get("/api/v1/ministers/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  assert.equal(response.headers["content-type"], "application/problem+json; charset=utf-8");
  assert.equal(response.headers["x-content-type-options"], "nosniff");
  assert.match(response.json<ProblemJson>().detail, /<script>/);
});

test("every answer, refusals included, forbids scripts and other hosts", async (t) => {
  const { app } = await openApp(t);
  for (const url of ["/api/docs", "/api/v1/questions", "/nothing", "/api/v1/questions?foo=1"]) {
    const policy = String((await app.inject({ url })).headers["content-security-policy"]);
    assert.match(policy, /^default-src 'none';/, url);
    assert.ok(!/unsafe|https?:|\*/.test(policy), policy);
  }
});
