import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { FetchError } from "../../src/errors.ts";
import { redirectTo, reset, startWeatherServer, type Weather } from "../helpers/weather-server.ts";
import { impatientClient, NOW, USUAL_REST_MS } from "./impatient-client.ts";

const robots = (text: string) => ({ "/robots.txt": { body: text }, "/a": {}, "/b": {} });

suite("robots.txt", () => {
  test("is read once, before the first page", async (t) => {
    const server = await startWeatherServer(t, robots("User-agent: *\nDisallow: /private"));
    const { page } = impatientClient(server);
    await Promise.all([page("/a"), page("/b")]);
    assert.deepEqual(server.paths(), ["/robots.txt", "/a", "/b"]);
  });

  test("is read again when it is older than a day", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": [{ body: "" }, { body: "User-agent: *\nDisallow: /" }],
      "/a": {},
    });
    let now = NOW;
    const { page } = impatientClient(server, { now: () => now });
    await page("/a");
    now = new Date("2026-03-03T10:00:00Z");
    await page("/a");
    now = new Date("2026-03-03T10:00:01Z");
    await assert.rejects(page("/a"), { code: "robots_forbidden" });
    assert.deepEqual(server.paths(), ["/robots.txt", "/a", "/a", "/robots.txt"]);
  });

  test("is obeyed, in what it says to Vigie before what it says to all", async (t) => {
    const server = await startWeatherServer(
      t,
      robots("User-agent: *\nDisallow: /a\n\nUser-agent: vigie\nDisallow: /b\nAllow: /b?print"),
    );
    const { client, page } = impatientClient(server);
    assert.equal((await page("/a")).status, 200);
    await assert.rejects(page("/b"), {
      code: "robots_forbidden",
      message: /\/b.*demande aux robots.*robots\.txt/,
    });
    assert.equal((await page("/b?print")).status, 404);
    assert.equal(client.requests, 3);
  });

  test("cannot be got round by an address with two slashes", async (t) => {
    const server = await startWeatherServer(t, robots("User-agent: *\nDisallow: //a"));
    await assert.rejects(impatientClient(server).page("//a/b"), { code: "robots_forbidden" });
  });

  test("may ask for a slower pace, which holds from the next request on", async (t) => {
    const server = await startWeatherServer(t, robots("User-agent: *\nCrawl-delay: 10"));
    const { slept, page } = impatientClient(server);
    await page("/a");
    await page("/b");
    assert.deepEqual(slept, [USUAL_REST_MS, 11_000, 11_000]);
  });

  for (const status of [400, 401, 403, 404, 410]) {
    test(`is not there at ${status}: nothing is forbidden`, async (t) => {
      const server = await startWeatherServer(t, {
        "/robots.txt": { status, body: "User-agent: *\nDisallow: /" },
        "/a": {},
      });
      assert.equal((await impatientClient(server).page("/a")).status, 200);
    });
  }

  const unknown: Readonly<Record<string, Weather>> = {
    "500": { status: 500 },
    "501": { status: 501 },
    "503": { status: 503 },
    "429": { status: 429 },
    "a broken connection": reset,
    "a redirect elsewhere": redirectTo("http://loin.example/robots.txt"),
    "broken bytes": { headers: { "content-encoding": "br" }, body: "pas du brotli" },
  };
  for (const [name, weather] of Object.entries(unknown)) {
    test(`is not known at ${name}: nothing is asked for`, async (t) => {
      const server = await startWeatherServer(t, { "/robots.txt": weather, "/a": {} });
      await assert.rejects(impatientClient(server).page("/a"), (error) => {
        assert.ok(error instanceof FetchError);
        assert.equal(error.code, "robots_unreachable");
        assert.match(error.message, /robots\.txt.*rien ne lui est demandé/);
        return true;
      });
      assert.ok(!server.paths().includes("/a"));
    });
  }

  test("is tried again like a page, and found at the end of a redirect", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": [{ status: 503 }, redirectTo("/regles.txt")],
      "/regles.txt": { body: "\ufeffUser-agent: *\nDisallow: /a" },
    });
    await assert.rejects(impatientClient(server).page("/a"), { code: "robots_forbidden" });
  });

  test("is asked for anew by the next page after it failed", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": [{ status: 501 }, { status: 404 }],
      "/a": {},
    });
    const { page } = impatientClient(server);
    await assert.rejects(page("/a"), { code: "robots_unreachable" });
    assert.equal((await page("/a")).status, 200);
  });

  test("passes on a site's wish to be left alone", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": { status: 503, headers: { "retry-after": "86400" } },
    });
    await assert.rejects(impatientClient(server).page("/a"), { code: "asked_to_wait" });
  });
});
