import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readAkn } from "../../helpers/akoma-ntoso.ts";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

suite("a question as Akoma Ntoso, over HTTP", () => {
  test("is XML with its media type, tag and date", async (t) => {
    const { get } = await openApp(t, [aQuestion({ answers: [anAnswer()] })]);
    const { body, headers } = await get("/api/v1/questions/wallonia-900001/akoma-ntoso.xml");
    const find = readAkn(t, body);
    assert.deepEqual(find("//akn:docTitle"), [aQuestion().title]);
    assert.equal(headers["content-type"], "application/akn+xml; charset=utf-8");
    assert.equal(headers["last-modified"], "Sun, 02 Mar 2014 09:30:00 GMT");
    assert.match(String(headers.etag), /^W\//);
  });

  test("is found under a former id by a redirect, and nowhere for a question nobody knows", async (t) => {
    const { db, get } = await openApp(t, [aQuestion({ sourceId: null })]);
    await store(db, [aQuestion()]);
    const former = "wallonia-ref-2013-2014-lambrecht-aurore-217";
    const { statusCode, headers } = await get(`/api/v1/questions/${former}/akoma-ntoso.xml`);
    assert.deepEqual(
      [statusCode, headers.location],
      [308, "/api/v1/questions/wallonia-900001/akoma-ntoso.xml"],
    );
    assert.equal((await get("/api/v1/questions/wallonia-1/akoma-ntoso.xml")).statusCode, 404);
  });
});
