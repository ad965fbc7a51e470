import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient, NOW, textOf, USER_AGENT } from "./impatient-client.ts";

suite("a page", () => {
  test("comes with its bytes, its type, its validators and the moment it came", async (t) => {
    const server = await startWeatherServer(t, {
      "/a?id=1": {
        headers: {
          "content-type": "text/html; charset=iso-8859-1",
          etag: 'W/"v1"',
          "last-modified": "Sun, 01 Mar 2026 08:00:00 GMT",
        },
        body: Buffer.from([0xe9, 0x0d, 0x0a]),
      },
    });
    const { bytes, ...rest } = await impatientClient(server).page("/a?id=1#fin");
    assert.deepEqual([...bytes], [0xe9, 0x0d, 0x0a]);
    assert.deepEqual(rest, {
      kind: "page",
      url: `${server.url}/a?id=1`,
      status: 200,
      contentType: "text/html; charset=iso-8859-1",
      validators: { etag: 'W/"v1"', lastModified: "Sun, 01 Mar 2026 08:00:00 GMT" },
      fetchedAt: NOW,
    });
  });

  test("may come without type and validators", async (t) => {
    const server = await startWeatherServer(t, { "/a": { headers: { etag: "" }, body: "brut" } });
    const page = await impatientClient(server).page("/a");
    assert.equal(textOf(page), "brut");
    assert.equal(page.contentType, null);
    assert.deepEqual(page.validators, { etag: null, lastModified: null });
  });
});

test("a request says who asks, and what we read", async (t) => {
  const server = await startWeatherServer(t, {});
  await impatientClient(server).page("/a");
  for (const { headers } of server.seen) {
    assert.equal(headers["user-agent"], USER_AGENT);
    assert.equal(headers["accept-language"], "fr");
    assert.equal(headers["accept-encoding"], "gzip, br");
    assert.match(headers.accept ?? "", /^text\/html/);
    assert.equal(headers.cookie, undefined);
  }
});

suite("validators", () => {
  const validators = { etag: '"v1"', lastModified: "Sun, 01 Mar 2026 08:00:00 GMT" };

  test("are sent back, and a page that did not change does not come again", async (t) => {
    // A 304 may tell the length of the page it stands for, however large.
    const server = await startWeatherServer(t, {
      "/a": { status: 304, headers: { "content-length": "90000000" } },
    });
    const { client } = impatientClient(server);
    assert.deepEqual(await client.get(`${server.url}/a`, validators), {
      kind: "unmodified",
      fetchedAt: NOW,
    });
    const asked = server.seen.at(-1)?.headers;
    assert.equal(asked?.["if-none-match"], validators.etag);
    assert.equal(asked?.["if-modified-since"], validators.lastModified);
  });

  test("are sent as far as there are any", async (t) => {
    const server = await startWeatherServer(t, { "/a": {} });
    const { client } = impatientClient(server);
    await client.get(`${server.url}/a`, { ...validators, etag: null });
    await client.get(`${server.url}/a`, { ...validators, lastModified: null });
    await client.get(`${server.url}/a`);
    const asked = server.seen
      .slice(1)
      .map(({ headers }) => [headers["if-none-match"], headers["if-modified-since"]]);
    assert.deepEqual(asked, [
      [undefined, validators.lastModified],
      [validators.etag, undefined],
      [undefined, undefined],
    ]);
  });

  test("a page unchanged that was compared with nothing is told as a fault of the site", async (t) => {
    const server = await startWeatherServer(t, { "/a": { status: 304 } });
    const { client } = impatientClient(server);
    for (const nothing of [null, { etag: null, lastModified: null }]) {
      await assert.rejects(client.get(`${server.url}/a`, nothing), {
        code: "bad_answer",
        message: /inchangé.*HTTP 304/,
      });
    }
  });
});
