import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const ADDRESSES = [
  "/feeds/questions.atom",
  "/feeds/questions.json?state=open",
  "/feeds/events.atom",
  "/feeds/events.json?kind=tabled",
  "/feeds/questions/wallonia-900001.atom",
  "/feeds/questions/wallonia-900001.json",
  "/feeds/deadlines.ics",
];

for (const url of ADDRESSES) {
  test(`${url} answers 304 by tag and by date, until something changes`, async (t) => {
    let now = new Date("2014-03-05T12:00:00Z");
    const { app, db } = await openApp(t, [aQuestion()], { now: () => now });
    const ask = (headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers });
    const { headers } = await ask();
    // Lateness begins at midnight in Brussels.
    assert.equal(headers["last-modified"], "Tue, 04 Mar 2014 23:00:00 GMT");
    assert.ok(String(headers.link).startsWith(`<https://vigie.example${url}>; rel="self"`));
    const byTag = { "if-none-match": String(headers.etag) };
    const byDate = { "if-modified-since": String(headers["last-modified"]) };
    for (const held of [byTag, byDate]) {
      const { statusCode, body } = await ask(held);
      assert.deepEqual([statusCode, body], [304, ""]);
    }
    now = new Date("2014-03-05T13:00:00Z");
    await store(db, [aQuestion({ answers: [anAnswer()] })], { now: new Date("2014-03-05T12:30:00Z") });
    assert.equal((await ask(byDate)).statusCode, 200);
    if (!url.includes("kind=tabled")) assert.equal((await ask(byTag)).statusCode, 200);
  });

  test(`${url} has nothing to read for who asks for the head alone`, async (t) => {
    const { app } = await openApp(t, [aQuestion()]);
    const { statusCode, body } = await app.inject({ method: "HEAD", url });
    assert.deepEqual([statusCode, body], [200, ""]);
  });
}
