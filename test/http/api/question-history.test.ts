import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import type { RevisionJson } from "../../../src/http/api/schemas/revision.ts";
import type { Database } from "../../../src/store/database.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { openApp } from "../../helpers/apps.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";

interface RevisionListJson {
  readonly items: readonly RevisionJson[];
}

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Stores questions as pages of these very bytes. */
async function storeBytes(
  db: Database,
  pages: readonly (readonly [question: ReturnType<typeof aQuestion>, bytes: Buffer])[],
): Promise<void> {
  const taken = pages.map(([question, bytes]) => {
    const page = aPageOf(question);
    const kept = { sha256: sha256(bytes), content: gzipSync(bytes), byteLength: bytes.length };
    return { ...page, snapshot: { ...page.snapshot, ...kept } };
  });
  await createPageStore(db, { parliament: PARLIAMENT, now: () => NOW }).savePages(taken);
}

const FORMER = "/api/v1/questions/wallonia-ref-2013-2014-lambrecht-aurore-217";

suite("the history of a question", () => {
  test("gives each version with its page, its changes and its events, the newest last", async (t) => {
    const first = aQuestion({ answers: [aHoldingAnswer()] });
    const { db, json } = await openApp(t, [first]);
    const answer = anAnswer();
    const questionText = first.questionText.replace("Quatre passerelles", "Cinq passerelles");
    const later = { ...first, questionText, askedBy: "VERMEIL Odile", answers: [aHoldingAnswer(), answer] };
    await store(db, [later], { now: new Date("2014-03-04T10:00:00Z") });
    const { items } = await json<RevisionListJson>("/api/v1/questions/wallonia-900001/revisions");
    const pageOf = (question: typeof first) => {
      const { sha256, byteLength } = aPageOf(question).snapshot;
      const url = `https://vigie.example/api/v1/questions/wallonia-900001/snapshots/${sha256}`;
      return { sha256, url, location: "900001.html", fetchedAt: "2014-03-01T08:00:00.000Z", byteLength };
    };
    assert.deepEqual(
      items.map(({ events, ...revision }) => ({
        ...revision,
        events: events.map(({ id: _, ...event }) => event),
      })),
      [
        {
          revision: 1,
          recordedAt: "2014-03-02T09:30:00.000Z",
          parserVersion: "1",
          snapshot: pageOf(first),
          changes: [],
          events: [
            { kind: "tabled", occurredOn: "2014-02-04", recordedAt: "2014-03-02T09:30:00.000Z" },
            { kind: "holdingAnswer", occurredOn: "2014-02-18", recordedAt: "2014-03-02T09:30:00.000Z" },
          ],
        },
        {
          revision: 2,
          recordedAt: "2014-03-04T10:00:00.000Z",
          parserVersion: "1",
          snapshot: pageOf(later),
          changes: [
            { kind: "edited", path: "askedBy", before: "VERMEIL Odette", after: "VERMEIL Odile" },
            {
              kind: "edited",
              path: "questionText",
              before: first.questionText,
              after: questionText,
              words: [
                { kind: "removed", text: "Quatre" },
                { kind: "added", text: "Cinq" },
                { kind: "same", text: first.questionText.slice("Quatre".length) },
              ],
            },
            { kind: "answerAdded", path: "answers[1]", before: null, after: answer },
          ],
          events: [
            { kind: "answered", occurredOn: "2014-02-24", recordedAt: "2014-03-04T10:00:00.000Z" },
            { kind: "corrected", occurredOn: null, recordedAt: "2014-03-04T10:00:00.000Z" },
          ],
        },
      ],
    );
  });

  test("is dated by its last change, and answers 304 to who has seen it", async (t) => {
    const { get } = await openApp(t, [aQuestion()]);
    const url = "/api/v1/questions/wallonia-900001/revisions";
    const { headers } = await get(url);
    assert.equal(headers["last-modified"], "Sun, 02 Mar 2014 09:30:00 GMT");
    assert.equal((await get(url, { "if-none-match": String(headers.etag) })).statusCode, 304);
  });

  test("asked for by its former id redirects for good to the present one", async (t) => {
    const { db, get } = await openApp(t, [aQuestion({ sourceId: null })]);
    assert.equal((await get(`${FORMER}/revisions`)).statusCode, 200);
    await store(db, [aQuestion()]);
    const response = await get(`${FORMER}/revisions`);
    assert.equal(response.statusCode, 308);
    assert.equal(response.headers.location, "/api/v1/questions/wallonia-900001/revisions");
    assert.equal((await get(response.headers.location)).statusCode, 200);
  });

  test("of a question that nobody stored is not found", async (t) => {
    const { get } = await openApp(t, [aQuestion()]);
    for (const id of ["wallonia-1", "elsewhere-900001", "900001", "wallonia-"]) {
      const response = await get(`/api/v1/questions/${id}/revisions`);
      assert.deepEqual(
        [response.statusCode, response.json<ProblemJson>().code],
        [404, "unknown_question"],
        id,
      );
    }
    assert.equal((await get("/api/v1/questions/wallonia-900001/revisions?limit=1")).statusCode, 400);
    assert.equal((await get("/api/v1/questions/wallonia-%00/revisions")).statusCode, 400);
  });
});

suite("a page as it came", () => {
  const hostile = Buffer.from("\ufeff<script>alert(1)</script>\r\n<p>Réponse d’attente</p>\u0000");
  const old = Buffer.from("R\xe9ponse \x80 \x81", "latin1");
  const addressOf = (bytes: Buffer, id = "wallonia-900001") =>
    `/api/v1/questions/${id}/snapshots/${sha256(bytes)}`;

  test("is given byte for byte under its hash, as text that may do nothing", async (t) => {
    const { app, db } = await openApp(t);
    await storeBytes(db, [
      [aQuestion(), hostile],
      [aQuestion({ answers: [anAnswer()] }), old],
    ]);
    for (const [bytes, charset] of [
      [hostile, "utf-8"],
      [old, "windows-1252"],
    ] as const) {
      const { statusCode, headers, rawPayload } = await app.inject({ url: addressOf(bytes) });
      assert.equal(statusCode, 200);
      assert.deepEqual(rawPayload, bytes);
      assert.equal(headers["content-type"], `text/plain; charset=${charset}`);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.match(String(headers["content-security-policy"]), /^default-src 'none';.*sandbox$/);
      assert.equal(headers.etag, `"${sha256(bytes)}"`);
      assert.equal(headers["cache-control"], "public, max-age=31536000, immutable");
    }
  });

  test("is the same for who can read compressed answers, and 304 for who holds it", async (t) => {
    const { app, db } = await openApp(t);
    const long = Buffer.from("Réponse. ".repeat(2000));
    await storeBytes(db, [[aQuestion(), long]]);
    const url = addressOf(long);
    const packed = await app.inject({ url, headers: { "accept-encoding": "gzip, br" } });
    assert.equal(packed.headers["content-encoding"], undefined);
    assert.equal(sha256(packed.rawPayload), sha256(long));
    const held = await app.inject({ url, headers: { "if-none-match": String(packed.headers.etag) } });
    assert.deepEqual([held.statusCode, held.body, held.headers.etag], [304, "", packed.headers.etag]);
    assert.equal(held.headers["cache-control"], packed.headers["cache-control"]);
    const head = await app.inject({ method: "HEAD", url });
    assert.deepEqual([head.statusCode, head.headers["content-length"]], [200, String(long.length)]);
  });

  test("that is empty is given all the same", async (t) => {
    const { app, db } = await openApp(t);
    const empty = Buffer.alloc(0);
    await storeBytes(db, [[aQuestion(), empty]]);
    const { statusCode, rawPayload, headers } = await app.inject({ url: addressOf(empty) });
    assert.deepEqual([statusCode, rawPayload.length, headers.etag], [200, 0, `"${sha256(empty)}"`]);
  });

  test("of another question, or of none, is not found", async (t) => {
    const { db, get } = await openApp(t, [aQuestion({ sourceId: "900002", officialNumber: 2 })]);
    await storeBytes(db, [[aQuestion(), hostile]]);
    for (const [url, code] of [
      [addressOf(hostile, "wallonia-900002"), "unknown_snapshot"],
      [addressOf(old), "unknown_snapshot"],
      [
        addressOf(hostile)
          .toUpperCase()
          .replace(/^.*SNAPSHOTS/, "/api/v1/questions/wallonia-900001/snapshots"),
        "unknown_snapshot",
      ],
      ["/api/v1/questions/wallonia-900001/snapshots/abc", "unknown_snapshot"],
      [addressOf(hostile, "wallonia-1"), "unknown_question"],
      [addressOf(hostile, "elsewhere-900001"), "unknown_question"],
    ] as const) {
      const response = await get(url);
      assert.deepEqual([response.statusCode, response.json<ProblemJson>().code], [404, code], url);
      assert.equal(response.headers["cache-control"], "no-store");
    }
    assert.equal((await get("/api/v1/questions/wallonia-900001/snapshots/%00")).statusCode, 400);
  });

  test("asked for under a former id redirects for good to the present one", async (t) => {
    const { app, db, get } = await openApp(t);
    await storeBytes(db, [[aQuestion({ sourceId: null }), old]]);
    await storeBytes(db, [[aQuestion(), hostile]]);
    const response = await get(`${FORMER}/snapshots/${sha256(old)}`);
    assert.deepEqual([response.statusCode, response.headers.location], [308, addressOf(old)]);
    assert.deepEqual((await app.inject({ url: addressOf(old) })).rawPayload, old);
  });
});
