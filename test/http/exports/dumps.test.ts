import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { gunzipSync } from "node:zlib";
import type { DumpListJson } from "../../../src/http/api/schemas/dump.ts";
import { createDumpShelf } from "../../../src/store/dump/dump-shelf.ts";
import { writeDump } from "../../../src/store/dump/write-dump.ts";
import { openApp } from "../../helpers/apps.ts";
import { ORIGIN } from "../../helpers/dumps.ts";
import { aQuestion } from "../../helpers/questions.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

suite("the dumps over HTTP", async () => {
  const folder = join(await temporaryDirectory({ after }), "dumps");
  const shelf = createDumpShelf(folder);
  const { app, db, get, json } = await openApp({ after }, [aQuestion()], { dumps: shelf });
  const add = (at: Date) => shelf.add(at, (into) => writeDump({ db, engine: "pglite" }, into, ORIGIN));
  await add(new Date("2014-03-04T04:35:00Z"));
  await add(new Date("2014-03-05T04:35:00Z"));
  const { items } = await json<DumpListJson>("/dumps");
  const FILE = "/dumps/2014-03-05/questions.jsonl.gz";
  const bytes = await readFile(join(folder, "2014-03-05", "questions.jsonl.gz"));
  const tag = `"${createHash("sha256").update(bytes).digest("hex")}"`;

  test("are listed, the newest first, with every file, its size, its hash and its address", async () => {
    assert.deepEqual(
      items.map(({ date }) => date),
      ["2014-03-05", "2014-03-04"],
    );
    const [{ createdAt, bytes: total, package: described, files }] = items as [DumpListJson["items"][0]];
    assert.equal(createdAt, "2014-03-05T04:35:00.000Z");
    let sum = 0;
    for (const { name, url, bytes: size, sha256 } of [described, ...files]) {
      assert.equal(url, `https://vigie.example/dumps/2014-03-05/${name}`);
      const response = await app.inject({ url: new URL(url).pathname });
      assert.equal(response.rawPayload.length, size);
      assert.equal(createHash("sha256").update(response.rawPayload).digest("hex"), sha256);
      sum += size;
    }
    assert.equal(total, sum);
  });

  test("are an empty list where none was written yet", async () => {
    const empty = await openApp({ after });
    assert.deepEqual(await empty.json("/dumps"), { items: [] });
    const response = await empty.get("/dumps/2014-03-05/datapackage.json");
    assert.deepEqual([response.statusCode, response.json<{ code: string }>().code], [404, "unknown_dump"]);
  });

  test("are sent as they are, never compressed a second time", async () => {
    const response = await get(FILE, { "accept-encoding": "gzip, br" });
    assert.equal(response.headers["content-encoding"], undefined);
    assert.equal(response.headers["content-type"], "application/gzip");
    assert.equal(response.headers["content-length"], String(bytes.length));
    assert.match(gunzipSync(response.rawPayload).toString(), /^\{"parliament":"wallonia","id":1,/);
    const described = await get("/dumps/2014-03-05/datapackage.json", { "accept-encoding": "gzip" });
    assert.equal(described.headers["content-type"], "application/json; charset=utf-8");
    assert.equal(described.json<{ name: string }>().name, "vigie-wallonia");
  });

  test("have the hash for their tag: whoever has a file need not take it again", async () => {
    const { headers } = await get(FILE);
    assert.deepEqual(
      [headers.etag, headers["last-modified"], headers["cache-control"]],
      [tag, "Wed, 05 Mar 2014 04:35:00 GMT", "no-cache"],
    );
    for (const held of [
      { "if-none-match": tag },
      { "if-modified-since": String(headers["last-modified"]) },
    ]) {
      const response = await get(FILE, held);
      assert.deepEqual([response.statusCode, response.body], [304, ""]);
    }
  });

  test("tell their size to who asks for the head alone", async () => {
    const response = await app.inject({ method: "HEAD", url: FILE });
    assert.deepEqual([response.statusCode, response.rawPayload.length], [200, 0]);
    assert.equal(response.headers["content-length"], String(bytes.length));
  });

  test("tell the same to who asks for the head of a part: a range is for GET alone", async () => {
    const response = await app.inject({ method: "HEAD", url: FILE, headers: { range: "bytes=0-9" } });
    assert.deepEqual([response.statusCode, response.rawPayload.length], [200, 0]);
    assert.equal(response.headers["content-length"], String(bytes.length));
  });

  test("are not sent again in part to who has all of it", async () => {
    const headers = { range: "bytes=0-9", "if-none-match": tag };
    const response = await app.inject({ url: FILE, headers });
    assert.deepEqual([response.statusCode, response.rawPayload.length], [304, 0]);
    assert.equal(response.headers["content-range"], undefined);
  });

  const last = bytes.length - 1;
  const parts: readonly (readonly [range: string, start: number, end: number])[] = [
    ["bytes=0-9", 0, 9],
    ["bytes=10-", 10, last],
    ["bytes=-5", last - 4, last],
    [`bytes=5-${last + 1_000}`, 5, last],
    [`bytes=-${last + 1_000}`, 0, last],
  ];
  for (const [range, start, end] of parts) {
    test(`are sent in part for ${range.replace(/\d{4,}/, "more than there is")}`, async () => {
      const response = await app.inject({ url: FILE, headers: { range } });
      assert.equal(response.statusCode, 206);
      assert.equal(response.headers["content-range"], `bytes ${start}-${end}/${bytes.length}`);
      assert.deepEqual(response.rawPayload, bytes.subarray(start, end + 1));
    });
  }

  const wholes: readonly (readonly [why: string, headers: Readonly<Record<string, string>>])[] = [
    ["beyond the end", { range: `bytes=${last + 1}-` }],
    ["backwards", { range: "bytes=9-2" }],
    ["of several parts", { range: "bytes=0-1,4-5" }],
    ["of nothing", { range: "bytes=-" }],
    ["of something else than bytes", { range: "lines=0-1" }],
    ["of another file than the one begun", { range: "bytes=5-", "if-range": '"other"' }],
  ];
  for (const [why, headers] of wholes) {
    test(`are sent whole for a part ${why}`, async () => {
      const response = await app.inject({ url: FILE, headers });
      assert.equal(response.statusCode, 200);
      assert.deepEqual(response.rawPayload, bytes);
    });
  }

  test("go on where a download stopped, as long as the file is the same", async () => {
    const response = await app.inject({ url: FILE, headers: { range: "bytes=5-", "if-range": tag } });
    assert.deepEqual([response.statusCode, response.rawPayload], [206, bytes.subarray(5)]);
  });

  for (const path of [
    ...[
      "/dumps/2014-03-06/questions.jsonl.gz",
      "/dumps/2014-03-05/nothing.gz",
      "/dumps/2014-03-05/..%2f..%2fx",
    ],
    ...["/dumps/..%2f/questions.jsonl.gz", "/dumps/%2e/datapackage.json"],
  ]) {
    test(`hold nothing else: ${path}`, async () => {
      const response = await app.inject({ url: path });
      assert.equal(response.statusCode, 404, response.body);
    });
  }
});
