import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventListJson } from "../../../src/http/api/schemas/event.ts";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const many = Array.from({ length: 5 }, (_, i) =>
  aQuestion({ sourceId: String(i + 1), officialNumber: i + 1, answers: i % 2 === 0 ? [anAnswer()] : [] }),
);

test("an event is told in the form of the contract", async (t) => {
  const { json } = await openApp(t, [aQuestion({ answers: [anAnswer()] })]);
  const { items, page } = await json<EventListJson>("/api/v1/events");
  const last = items.at(-1)!;
  assert.deepEqual(last, {
    id: last.id,
    kind: "answered",
    occurredOn: "2014-02-24",
    recordedAt: "2014-03-02T09:30:00.000Z",
    revision: 1,
    question: {
      id: "wallonia-900001",
      url: "https://vigie.example/questions/wallonia-900001",
      title: aQuestion().title,
    },
  });
  assert.deepEqual(page, { next: last.id, hasMore: false });
});

test("the feed leads on by after and by Link, and waits where nothing has come", async (t) => {
  const { db, get, json } = await openApp(t, many);
  const seen: number[] = [];
  let url: string | undefined = "/api/v1/events?limit=3";
  let after = 0;
  while (url !== undefined) {
    const response = await get(url);
    const { items, page } = response.json<EventListJson>();
    seen.push(...items.map(({ id }) => id));
    after = page.next;
    assert.equal(after, items.at(-1)?.id);
    const next: string | undefined = /^<https:\/\/vigie\.example(.+)>; rel="next"$/.exec(
      String(response.headers.link),
    )?.[1];
    assert.equal(next !== undefined, page.hasMore);
    if (next !== undefined) assert.equal(next, `/api/v1/events?limit=3&after=${after}`);
    url = next;
  }
  assert.deepEqual(
    seen,
    [...new Set(seen)].sort((one, other) => one - other),
  );
  assert.equal(seen.length, 8);
  assert.deepEqual(await json<EventListJson>(`/api/v1/events?after=${after}`), {
    items: [],
    page: { next: after, hasMore: false },
  });
  await store(db, [{ ...many[1]!, answers: [aHoldingAnswer()] }]);
  const { items } = await json<EventListJson>(`/api/v1/events?after=${after}`);
  assert.deepEqual(
    items.map(({ kind, question }) => [kind, question.id]),
    [["holdingAnswer", "wallonia-2"]],
  );
});

test("kinds pick events out, in the order of the feed", async (t) => {
  const { json } = await openApp(t, many);
  const kindsOf = async (query: string) =>
    (await json<EventListJson>(`/api/v1/events?${query}`)).items.map(({ kind }) => kind);
  assert.deepEqual(await kindsOf("kind=answered"), ["answered", "answered", "answered"]);
  assert.equal((await kindsOf("kind=answered,tabled")).length, 8);
  assert.deepEqual(await kindsOf("kind=disappeared"), []);
});

test("a hundred events come where nothing else is asked, and a thousand at most", async (t) => {
  const lot = Array.from({ length: 101 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );
  const { json } = await openApp(t, lot);
  assert.equal((await json<EventListJson>("/api/v1/events")).items.length, 100);
  assert.equal((await json<EventListJson>("/api/v1/events?limit=1000")).items.length, 101);
});

test("a parameter that cannot be used is named", async (t) => {
  const { get } = await openApp(t);
  for (const query of [
    "after=-1",
    "after=1.5",
    "after=x",
    "after=",
    "after=9007199254740993",
    "limit=0",
    "limit=1001",
    "kind=closed",
    "kind=answered,",
    "kind=answered&kind=tabled",
    "cursor=1",
  ]) {
    const response = await get(`/api/v1/events?${query}`);
    assert.equal(response.statusCode, 400, query);
    assert.equal(response.json<ProblemJson>().parameter, query.split("=")[0]);
  }
  assert.equal((await get("/api/v1/events?after=9007199254740991")).statusCode, 200);
});

test("the feed is dated by what happened last, or by a question that changed since", async (t) => {
  const { db, get } = await openApp(t);
  assert.equal((await get("/api/v1/events")).headers["last-modified"], undefined);
  await store(db, [aQuestion({ sourceId: null })]);
  const { headers } = await get("/api/v1/events");
  assert.equal(headers["last-modified"], "Sun, 02 Mar 2014 09:30:00 GMT");
  const since = { "if-modified-since": String(headers["last-modified"]) };
  assert.equal((await get("/api/v1/events", since)).statusCode, 304);
  await store(db, [aQuestion()], { now: new Date("2014-03-04T10:00:00Z") });
  assert.equal((await get("/api/v1/events", since)).statusCode, 200);
});
