import assert from "node:assert/strict";
import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { after, suite, type TestContext, test } from "node:test";
import { text } from "node:stream/consumers";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly problem: ProblemJson;
}

/** Reads what a server says on a connection until it closes it. */
async function readAnswer(socket: Socket): Promise<RawAnswer> {
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = new Headers(lines.map((line) => line.split(": ", 2) as [string, string]));
  return {
    status: Number(statusLine.split(" ")[1]),
    headers,
    problem: JSON.parse(body) as ProblemJson,
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Sends bytes as they are, and reads the answer. */
async function send(server: Server, bytes: string): Promise<RawAnswer> {
  const socket = connect(portOf(server), "127.0.0.1");
  socket.write(bytes);
  return readAnswer(socket);
}

const request = (line: string, headers = "") =>
  `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`;

suite("what is no request that can be read is a problem like any other", async () => {
  const { app } = await openApp({ after });
  await app.listen({ host: "127.0.0.1", port: 0 });

  for (const [what, bytes, status, code] of [
    ["a method HTTP does not know", request("FETCH /api/v1/questions"), 400, "malformed_request"],
    ["an address that is none", request("GET questions"), 400, "malformed_request"],
    ["no HTTP at all", "\u0016\u0003\u0001 hello\r\n\r\n", 400, "malformed_request"],
    ["a header that is none", request("GET /", "no header\r\n"), 400, "malformed_request"],
    ["headers without end", request("GET /", `X: ${"x".repeat(20_000)}\r\n`), 431, "headers_too_large"],
    ["an address without end", request(`GET /${"x".repeat(20_000)}`), 431, "headers_too_large"],
  ] as const) {
    test(what, async () => {
      const { status: found, headers, problem } = await send(app.server, bytes);
      assert.deepEqual([found, problem.status, problem.code], [status, status, code]);
      assert.equal(problem.type, `https://vigie.example/api/docs#${code}`);
      assert.equal(headers.get("content-type"), "application/problem+json; charset=utf-8");
      assert.equal(headers.get("cache-control"), "no-store");
      assert.equal(headers.get("connection"), "close");
    });
  }

  for (const method of ["PROPFIND", "TRACE", "PURGE", "QUERY", "LOCK"]) {
    test(`a method that is served nowhere: ${method}`, async () => {
      const { status, headers, problem } = await send(app.server, request(`${method} /api/v1/questions`));
      assert.deepEqual([status, problem.code], [405, "method_not_allowed"]);
      assert.equal(headers.get("allow"), "GET, HEAD");
    });
  }

  test("an address of which each part is short, but not the whole", async () => {
    const url = `/api/v1/questions?${Array.from({ length: 1200 }, (_, i) => `p${i}=${i}`).join("&")}`;
    const { status, problem } = await send(app.server, request(`GET ${url}`));
    assert.deepEqual([status, problem.code], [414, "address_too_long"]);
    assert.match(problem.detail, /8000/);
  });
});

test("a body is read up to 64 KiB and no further", async (t) => {
  const { app } = await openApp(t);
  app.post("/echo", async ({ body }) => ({ length: String(body).length }));
  const post = (length: number) =>
    app.inject({
      method: "POST",
      url: "/echo",
      headers: { "content-type": "text/plain" },
      payload: "x".repeat(length),
    });
  assert.equal((await post(65_536)).statusCode, 200);
  const refused = await post(65_537);
  assert.deepEqual([refused.statusCode, refused.json<ProblemJson>().code], [413, "payload_too_large"]);
});

suite("a client that takes its time", () => {
  /** A listening application whose patience is measured in hundredths of a second. */
  async function listenImpatiently(t: TestContext, patience: Partial<Server>) {
    const { app } = await openApp(t);
    app.post("/echo", async ({ body }) => body);
    Object.assign(app.server, patience, { connectionsCheckingInterval: 10 });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const socket = connect(portOf(app.server), "127.0.0.1");
    t.after(() => socket.destroy());
    await once(socket, "connect");
    return socket;
  }

  test("over its headers is told so, and let go", async (t) => {
    const socket = await listenImpatiently(t, { headersTimeout: 30 });
    socket.write("GET /api/v1/questions HTTP/1.1\r\nHost: a\r\nX-Slow:");
    const { status, headers, problem } = await readAnswer(socket);
    assert.deepEqual([status, problem.code], [408, "request_too_slow"]);
    assert.equal(headers.get("content-type"), "application/problem+json; charset=utf-8");
  });

  test("over its body is told so, and let go", async (t) => {
    const socket = await listenImpatiently(t, { headersTimeout: 30, requestTimeout: 40 });
    socket.write(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nx",
    );
    const { status, problem } = await readAnswer(socket);
    assert.deepEqual([status, problem.code], [408, "request_too_slow"]);
  });

  test("over saying anything at all is let go", async (t) => {
    const socket = await listenImpatiently(t, { headersTimeout: 30 });
    assert.equal((await readAnswer(socket)).status, 408);
  });
});

test("no client is waited for without end", async (t) => {
  const { app } = await openApp(t);
  const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = app.server;
  assert.deepEqual([headersTimeout, requestTimeout, timeout], [10_000, 30_000, 60_000]);
  assert.equal(keepAliveTimeout, 72_000);
});

test("both servers of localhost answer alike", async (t) => {
  const { app } = await openApp(t);
  await app.listen({ host: "localhost", port: 0 });
  for (const { address, port } of app.addresses() as AddressInfo[]) {
    const socket = connect(port, address);
    socket.write(request("FETCH /"));
    assert.equal((await readAnswer(socket)).problem.code, "malformed_request", address);
  }
});
