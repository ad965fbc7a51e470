import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient, textOf } from "./impatient-client.ts";

const realSleep = (ms: number, options: { readonly signal?: AbortSignal | undefined }) =>
  setTimeout(ms, undefined, options);

const stopped = { code: "stopped", message: /arrêt a été demandé/ };

suite("told to stop, a client", () => {
  test("ends its wait at once and sends nothing more", async (t) => {
    const server = await startWeatherServer(t, {});
    const stop = new AbortController();
    const { client, page } = impatientClient(server, {
      intervalMs: 3_600_000,
      sleep: realSleep,
      stopping: stop.signal,
    });
    const pages = [page("/a"), page("/b")].map((waiting) => assert.rejects(waiting, stopped));
    stop.abort();
    await Promise.all(pages);
    await assert.rejects(page("/c"), stopped);
    assert.equal(client.requests, 0);
  });

  test("does not try again what failed", async (t) => {
    const stop = new AbortController();
    const server = await startWeatherServer(t, {
      "/a": (_request, response) => {
        response.writeHead(503, { "retry-after": "100" }).end(() => stop.abort());
      },
    });
    const { client, page } = impatientClient(server, {
      sleep: (ms, options) => realSleep(ms < 1_000 ? 1 : ms, options),
      stopping: stop.signal,
    });
    await assert.rejects(page("/a"), stopped);
    assert.equal(client.requests, 2);
  });

  test("still takes the page that is under way, and none of those behind it", async (t) => {
    const stop = new AbortController();
    const server = await startWeatherServer(t, {
      "/a": (_request, response) => {
        response.write("une ");
        stop.abort();
        response.end("page");
      },
    });
    const { page } = impatientClient(server, { stopping: stop.signal });
    const [underWay, behind] = await Promise.allSettled([page("/a"), page("/b")]);
    assert.equal(underWay.status === "fulfilled" && textOf(underWay.value), "une page");
    assert.equal(behind.status, "rejected");
    assert.deepEqual(server.paths(), ["/robots.txt", "/a"]);
  });
});
