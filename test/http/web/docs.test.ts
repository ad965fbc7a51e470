import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { load } from "cheerio";
import { PROBLEMS } from "../../../src/http/problems.ts";
import { openApp } from "../../helpers/apps.ts";
import type { OpenApi } from "../../helpers/documented.ts";
import { aQuestion } from "../../helpers/questions.ts";
import { openExampleRegister } from "../client/example-register.ts";

async function openDocs(t: Parameters<typeof openApp>[0], questions: Parameters<typeof openApp>[1] = []) {
  const opened = await openApp(t, questions);
  const { body, headers, statusCode } = await opened.app.inject({ url: "/api/docs" });
  assert.deepEqual([statusCode, headers["content-type"]], [200, "text/html; charset=utf-8"]);
  return { ...opened, body, $: load(body), document: opened.app.swagger() as unknown as OpenApi };
}

suite("the readable documentation", () => {
  test("shows every address with its parameters, their defaults and its answers", async (t) => {
    const { $, document } = await openDocs(t);
    for (const [path, { get }] of Object.entries(document.paths)) {
      const article = $(`article[aria-labelledby=${get?.operationId}]`);
      assert.equal(article.find(".address code").text(), `GET ${path}`);
      const terms = article
        .find("dt > code")
        .toArray()
        .map((term) => $(term).text());
      for (const { name } of get?.parameters ?? []) assert.ok(terms.includes(name), `${path} ${name}`);
      assert.ok(terms.includes("200"), path);
      assert.match(article.find("pre").text(), /^curl 'https:\/\/vigie\.example\//);
    }
    assert.match(
      $("article[aria-labelledby=listQuestions]").text(),
      /limit\s+entier de 1 à 100\s.*Sans lui\s:\s20\./s,
    );
  });

  test("shows every named form and every code, and each link within it leads somewhere", async (t) => {
    const { $, document } = await openDocs(t);
    for (const id of [...Object.keys(document.components.schemas), ...Object.keys(PROBLEMS)]) {
      assert.equal($(`[id="${id}"]`).length, 1, id);
    }
    const ids = $("[id]")
      .toArray()
      .map((element) => $(element).attr("id"));
    assert.equal(new Set(ids).size, ids.length);
    for (const link of $("a[href^='#']").toArray()) {
      const target = $(link).attr("href")?.slice(1);
      assert.ok(ids.includes(target), target);
    }
  });

  test("loads nothing from another host, and no script at all", async (t) => {
    const { $, app } = await openDocs(t);
    assert.equal($("script, iframe, object, embed, style, [style]").length, 0);
    const loaded = $("link, img, source")
      .toArray()
      .map((element) => $(element).attr("href") ?? $(element).attr("src"));
    assert.deepEqual(loaded, ["/static/vigie.css"]);
    const { body, headers, statusCode } = await app.inject({ url: "/static/vigie.css" });
    assert.deepEqual([statusCode, headers["content-type"]], [200, "text/css; charset=utf-8"]);
    assert.ok(!/url\(|@import|https?:/.test(body));
  });

  test("gives examples that this very server has an answer to", async (t) => {
    const { addresses, app } = await openExampleRegister(t, [
      aQuestion({ addressedTo: { name: "LUTGAN Benoît", office: "Ministre-Président, chargé des P.M.E." } }),
    ]);
    assert.equal(addresses.get("getQuestion"), "/api/v1/questions/wallonia-900001");
    for (const [operation, url] of addresses) {
      const response = await app.inject({ url });
      assert.equal(response.statusCode, 200, `${operation} ${url}`);
      assert.ok(!response.body.includes('"total":0'), `${operation} ${url}`);
    }
  });

  test("shows hostile names as text, in the page and in what is copied from it", async (t) => {
    const hostile = `<script>alert("1")</script>'; rm -rf /`;
    const session = `se'<b>`;
    const { $, body } = await openDocs(t, [
      aQuestion({
        sourceId: null,
        title: hostile,
        askedBy: hostile,
        addressedTo: { name: hostile, office: hostile },
        session,
      }),
    ]);
    assert.equal($("script, b:not(.address b)").length, 0);
    assert.ok(!body.includes("<script"));
    for (const element of $("pre").toArray()) assert.match($(element).text(), /^curl '[^']+'$/);
  });

  test("is not yet a list of questions: that address leads to the list of the interface, filters and all", async (t) => {
    const { app } = await openApp(t);
    const response = await app.inject({ url: "/questions?minister=Anne%20D&state=open" });
    assert.deepEqual(
      [response.statusCode, response.headers.location],
      [302, "/api/v1/questions?minister=Anne+D&state=open"],
    );
  });

  test("is where the site begins for now", async (t) => {
    const { app } = await openApp(t);
    const response = await app.inject({ url: "/" });
    assert.deepEqual([response.statusCode, response.headers.location], [302, "/api/docs"]);
  });
});
