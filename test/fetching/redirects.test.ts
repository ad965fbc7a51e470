import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { redirectTo, startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient, textOf } from "./impatient-client.ts";

suite("redirects", () => {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`${status} is followed, and the page tells where it came from`, async (t) => {
      const server = await startWeatherServer(t, {
        "/old": redirectTo("/new?x=1", status),
        "/new?x=1": { body: "ici" },
      });
      const page = await impatientClient(server).page("/old");
      assert.deepEqual([page.url, page.status, textOf(page)], [`${server.url}/new?x=1`, 200, "ici"]);
    });
  }

  test("five are followed, a sixth is not", async (t) => {
    const server = await startWeatherServer(t, {
      "/0": redirectTo("/1"),
      "/1": redirectTo("/2"),
      "/2": redirectTo("/3"),
      "/3": redirectTo("/4"),
      "/4": redirectTo("/5"),
      "/5": redirectTo("/6"),
      "/6": { body: "enfin" },
    });
    const { client, page } = impatientClient(server);
    assert.equal(textOf(await page("/1")), "enfin");
    const before = client.requests;
    await assert.rejects(page("/0"), { code: "too_many_redirects", message: /renvoie d’adresse en adresse/ });
    assert.equal(client.requests - before, 6);
  });

  test("a circle is left as soon as it closes", async (t) => {
    const server = await startWeatherServer(t, { "/a": redirectTo("/b"), "/b": redirectTo("/a#encore") });
    const { page } = impatientClient(server);
    await assert.rejects(page("/a"), { code: "too_many_redirects" });
    assert.deepEqual(server.paths(), ["/robots.txt", "/a", "/b"]);
  });

  test("one that leaves the site is not followed, and nobody else is asked", async (t) => {
    const elsewhere = await startWeatherServer(t, { "/": { body: "loin" } });
    const server = await startWeatherServer(t, { "/a": redirectTo(`${elsewhere.url}/`) });
    const { page } = impatientClient(server, { hosts: ["assemblee.example"] });
    await assert.rejects(page("/a"), { code: "redirected_away" });
    assert.deepEqual(elsewhere.paths(), []);
  });

  test("what it leads to is asked of robots.txt too", async (t) => {
    const server = await startWeatherServer(t, {
      "/robots.txt": { body: "User-agent: *\nDisallow: /private" },
      "/a": redirectTo("/private/b"),
    });
    await assert.rejects(impatientClient(server).page("/a"), { code: "robots_forbidden" });
    assert.deepEqual(server.paths(), ["/robots.txt", "/a"]);
  });

  test("validators are sent along with each", async (t) => {
    const server = await startWeatherServer(t, {
      "/old": redirectTo("/new", 301),
      "/new": { status: 304 },
    });
    const { client } = impatientClient(server);
    const answer = await client.get(`${server.url}/old`, { etag: '"v1"', lastModified: null });
    assert.equal(answer.kind, "unmodified");
    assert.deepEqual(
      server.seen.map(({ headers }) => headers["if-none-match"]),
      [undefined, '"v1"', '"v1"'],
    );
  });

  test("a redirect that says not where to, or a choice, is a page like any other", async (t) => {
    const server = await startWeatherServer(t, {
      "/nowhere": { status: 302, body: "perdu" },
      "/choice": { status: 300, headers: { location: "/a" }, body: "au choix" },
    });
    const { page } = impatientClient(server);
    assert.equal((await page("/nowhere")).status, 302);
    assert.equal((await page("/choice")).status, 300);
  });

  test("an address that is none of the site's is a fault of the caller", async (t) => {
    const server = await startWeatherServer(t, {});
    const { client } = impatientClient(server, { hosts: ["assemblee.example"] });
    await assert.rejects(client.get("https://www.assemblee.example/"), TypeError);
    await assert.rejects(client.get("pas une adresse"), TypeError);
    assert.equal(client.requests, 0);
  });
});
