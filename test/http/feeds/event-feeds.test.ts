import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";
import { readAtom } from "./atom-checks.ts";
import { readJsonFeed } from "./json-feed-checks.ts";

const held = aQuestion({ answers: [aHoldingAnswer()] });
const ANSWERED_AT = new Date("2014-03-04T10:00:00Z");

test("each event is an entry, in the order in which it became known, lateness among them", async (t) => {
  const { db, get } = await openApp(t, [held]);
  await store(db, [aQuestion({ answers: [aHoldingAnswer(), anAnswer()] })], { now: ANSWERED_AT });
  const other = aQuestion({ sourceId: "900002", officialNumber: 2 });
  await store(db, [other], { now: ANSWERED_AT });
  const { entries } = readAtom((await get("/feeds/events.atom")).body);
  assert.deepEqual(
    entries.map(({ id, title, updated }) => [
      id.slice("tag:vigie,2026:wallonia/".length),
      kindOf(title),
      updated,
    ]),
    [
      ["900002/events/4", "Nouvelle question", ANSWERED_AT.toISOString()],
      ["900001/events/3", "Réponse", ANSWERED_AT.toISOString()],
      ["900001/events/2", "Réponse d’attente", "2014-03-02T09:30:00.000Z"],
      ["900001/events/1", "Nouvelle question", "2014-03-02T09:30:00.000Z"],
      // Due on 25 February: late from the midnight after it on, in Brussels.
      ["900002/overdue/2014-02-26", "Date limite dépassée (à titre indicatif)", "2014-02-25T23:00:00.000Z"],
    ],
  );
  assert.deepEqual(
    entries.map(({ categories }) => categories.at(-1)),
    [
      "event tabled Nouvelle question",
      "event answered Réponse",
      "event holdingAnswer Réponse d’attente",
      "event tabled Nouvelle question",
      "event overdue Date limite dépassée",
    ],
  );
});

test("an event brings the text that came with it", async (t) => {
  const note = anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette", text: "Je retire ma question." });
  const { db, get } = await openApp(t, [held]);
  await store(db, [aQuestion({ title: "les écluses", answers: [aHoldingAnswer(), note] })], {
    now: ANSWERED_AT,
  });
  const { items } = readJsonFeed(
    (await get("/feeds/events.json?kind=tabled,holdingAnswer,converted,corrected")).body,
  );
  const texts = items.map(({ content_html: html }) => html.slice(html.indexOf("</p>") + "</p>".length));
  assert.deepEqual(
    texts.map((html) => /<h2>(.*?)<\/h2>/.exec(html)?.[1] ?? null),
    [
      null,
      "Note de VERMEIL Odette, le 24 février 2014",
      "Réponse d’attente de LAMBRECHT Aurore, le 18 février 2014",
      "Question",
    ],
  );
});

test("kinds and filters pick events out, and the feed says which", async (t) => {
  const { get } = await openApp(t, [held, aQuestion({ sourceId: "900002", officialNumber: 2 })]);
  const { title, subtitle, entries } = readAtom(
    (await get("/feeds/events.atom?kind=overdue,tabled&state=holding")).body,
  );
  assert.equal(title, "Vigie · évènements\u00a0: Questions avec une réponse d’attente seulement");
  assert.match(
    subtitle,
    /Seulement\u00a0: «\u00a0Nouvelle question\u00a0» et «\u00a0Date limite dépassée\u00a0»\./,
  );
  assert.deepEqual(
    entries.map((entry) => kindOf(entry.title)),
    ["Nouvelle question", "Date limite dépassée (à titre indicatif)"],
  );
});

test("lateness is told from midnight in Brussels on, and not before", async (t) => {
  let now = new Date("2014-02-25T22:59:59Z");
  const { get } = await openApp(t, [aQuestion()], { now: () => now });
  const count = async () => readAtom((await get("/feeds/events.atom?kind=overdue")).body).entries.length;
  assert.equal(await count(), 0);
  now = new Date("2014-02-25T23:00:00Z");
  assert.equal(await count(), 1);
});

test("pages lead back to the oldest event", async (t) => {
  const lot = Array.from({ length: 5 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );
  const { get } = await openApp(t, lot);
  for (const [format, limit] of [
    ["atom", 3],
    ["json", 4],
  ] as const) {
    const seen: string[] = [];
    for (let url: string | undefined = `/feeds/events.${format}?limit=${limit}`; url !== undefined;) {
      const { body, headers } = await get(url);
      const page = format === "atom" ? readAtom(body).entries : readJsonFeed(body).items;
      seen.push(...page.map(({ id }) => id));
      url = /<https:\/\/vigie\.example([^>]+)>; rel="next"/.exec(String(headers.link))?.[1];
    }
    const events = [5, 4, 3, 2, 1].map((n) => `tag:vigie,2026:wallonia/${n}/events/${n}`);
    const overdue = [5, 4, 3, 2, 1].map((n) => `tag:vigie,2026:wallonia/${n}/overdue/2014-02-26`);
    assert.deepEqual(seen, [...events, ...overdue]);
  }
});

test("what is no page or kind is refused, naming the parameter", async (t) => {
  const { get } = await openApp(t);
  const cursor = (parts: readonly unknown[]) =>
    `cursor=${Buffer.from(JSON.stringify(parts)).toString("base64url")}`;
  for (const query of [
    "kind=closed",
    "kind=answered,",
    "limit=0",
    "cursor=x",
    cursor(["events", null, null]),
    cursor(["events", -1, null]),
    cursor(["events", 1.5, null]),
    cursor(["events", 1]),
    cursor(["events", 1, ["2014-02-30", 1]]),
    cursor(["events", null, ["2014-02-04", "1"]]),
    cursor(["questions", ["2014-02-04", 1]]),
  ]) {
    const response = await get(`/feeds/events.json?${query}`);
    assert.equal(response.statusCode, 400, query);
    assert.equal(response.json<ProblemJson>().parameter, query.split("=")[0]);
  }
  assert.equal(
    (await get(`/feeds/events.json?${cursor(["events", Number.MAX_SAFE_INTEGER, null])}`)).statusCode,
    200,
  );
});

test("a question has a feed of its own, in both formats", async (t) => {
  const { get } = await openApp(t, [held, aQuestion({ sourceId: "900002", officialNumber: 2 })]);
  const atom = readAtom((await get("/feeds/questions/wallonia-900001.atom")).body);
  assert.equal(atom.title, `Vigie · évènements\u00a0: Question «\u00a0${held.title}\u00a0»`);
  assert.equal(
    atom.links.find(({ type }) => type === "text/html")?.href,
    "https://vigie.example/questions/wallonia-900001",
  );
  const ids = ["events/2", "events/1", "overdue/2014-02-26"].map(
    (end) => `tag:vigie,2026:wallonia/900001/${end}`,
  );
  assert.deepEqual(
    atom.entries.map(({ id }) => id),
    ids,
  );
  const json = await get("/feeds/questions/wallonia-900001.json?kind=overdue&limit=1");
  assert.equal(json.headers["content-type"], "application/feed+json; charset=utf-8");
  assert.deepEqual(
    readJsonFeed(json.body).items.map(({ id }) => id),
    ["tag:vigie,2026:wallonia/900001/overdue/2014-02-26"],
  );
});

test("the feed of a question that got its iddoc is found under its former id, and stays the same feed", async (t) => {
  const { app, db, json } = await openApp(t, [aQuestion({ sourceId: null })]);
  const { items } = await json<{ items: { id: string }[] }>("/api/v1/questions");
  const former = `/feeds/questions/${items[0]!.id}`;
  const before = readAtom((await app.inject({ url: `${former}.atom` })).body);
  await store(db, [aQuestion()]);
  for (const format of ["atom", "json"]) {
    const { statusCode, headers } = await app.inject({ url: `${former}.${format}?kind=tabled` });
    assert.deepEqual(
      [statusCode, headers.location],
      [308, `/feeds/questions/wallonia-900001.${format}?kind=tabled`],
    );
  }
  const later = readAtom((await app.inject({ url: "/feeds/questions/wallonia-900001.atom" })).body);
  assert.equal(later.id, before.id);
  assert.deepEqual(
    later.entries.map(({ id }) => id),
    before.entries.map(({ id }) => id),
  );
});

test("a question nobody knows has no feed", async (t) => {
  const { app } = await openApp(t);
  for (const id of ["wallonia-1", "elsewhere-900001", "x"]) {
    const response = await app.inject({ url: `/feeds/questions/${id}.atom` });
    assert.equal(response.statusCode, 404);
    assert.equal(response.json<ProblemJson>().code, "unknown_question");
  }
});

test("an address that ends otherwise leads nowhere", async (t) => {
  const { get } = await openApp(t, [held]);
  for (const path of ["wallonia-900001", "wallonia-900001.rss"]) {
    const response = await get(`/feeds/questions/${path}`);
    assert.equal(response.statusCode, 404, path);
    assert.equal(response.json<ProblemJson>().code, "unknown_route");
  }
});

/** What stands before the colon of a title. */
const kindOf = (title: string) => title.split("\u00a0: ")[0];
