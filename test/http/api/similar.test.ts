import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { SimilarListJson } from "../../../src/http/api/schemas/similar.ts";
import { openApp } from "../../helpers/apps.ts";
import { aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const ADDRESS = "/api/v1/questions/wallonia-900001/similar";

const asked = aQuestion();
const toAnother = aQuestion({
  sourceId: "900002",
  addressedTo: { name: "OSSELAER Théo", office: "Ministre de l'Orme" },
});
const earlier = aQuestion({
  sourceId: "900003",
  officialNumber: 12,
  officialReference: "12 (2012-2013) 1",
  session: "2012-2013",
  tabledOn: day("2013-01-15"),
  title: "l'entretien des passerelles du canal à Brême-sur-Orne",
});

suite("similar questions", () => {
  test("are given with what they have in common, as lists give questions", async (t) => {
    const { json } = await openApp(t, [asked, toAnother, earlier]);
    const { items } = await json<SimilarListJson>(ADDRESS);
    assert.deepEqual(
      items.map(({ question, ...twin }) => ({ ...twin, id: question.id })),
      [
        {
          score: 1,
          kind: "same",
          titleLikeness: 1,
          textLikeness: 1,
          relation: "sameDay",
          id: "wallonia-900002",
        },
        {
          score: items[1]?.score,
          kind: "same",
          titleLikeness: items[1]?.titleLikeness,
          textLikeness: 1,
          relation: "earlier",
          id: "wallonia-900003",
        },
      ],
    );
    const { score, titleLikeness } = items[1]!;
    assert.ok(score < 1 && titleLikeness < score && titleLikeness > 0.7);
    const listed = await json<{ readonly items: readonly Record<string, unknown>[] }>("/api/v1/questions");
    const { highlight: _, ...summary } = listed.items.find(({ id }) => id === "wallonia-900002")!;
    assert.deepEqual(items[0]?.question, summary);
  });

  test("are none where there are none", async (t) => {
    const { json } = await openApp(t, [asked]);
    assert.deepEqual(await json(ADDRESS), { items: [] });
  });

  test("are 20 unless another number up to 50 is asked for", async (t) => {
    const many = Array.from({ length: 55 }, (_, number) =>
      aQuestion({
        sourceId: String(900_100 + number),
        officialNumber: 300 + number,
        officialReference: `${300 + number} (2013-2014) 1`,
      }),
    );
    const { get, json } = await openApp(t, [asked, ...many]);
    for (const [query, count] of [
      ["", 20],
      ["?limit=3", 3],
      ["?limit=50", 50],
    ] as const) {
      assert.equal((await json<SimilarListJson>(ADDRESS + query)).items.length, count);
    }
    for (const query of ["?limit=0", "?limit=51", "?limit=x", "?minister=dupont"]) {
      assert.equal((await get(ADDRESS + query)).statusCode, 400, query);
    }
  });

  test("are of no question nobody knows", async (t) => {
    const { get } = await openApp(t, [asked]);
    for (const id of ["wallonia-1", "elsewhere-900001", "x"]) {
      const response = await get(`/api/v1/questions/${id}/similar`);
      assert.equal(response.statusCode, 404);
      assert.equal(response.json<{ code: string }>().code, "unknown_question");
    }
  });

  test("of a question under a former id are at its present address, as many as were asked for", async (t) => {
    const { db, get } = await openApp(t, [{ ...asked, sourceId: null }]);
    await store(db, [asked]);
    const former = "/api/v1/questions/wallonia-ref-2013-2014-lambrecht-aurore-217/similar";
    for (const query of ["", "?limit=5"]) {
      const response = await get(former + query);
      assert.equal(response.statusCode, 308);
      assert.equal(response.headers.location, ADDRESS + query);
    }
  });

  test("are sent again only where something has changed", async (t) => {
    const { db, get } = await openApp(t, [asked]);
    const first = await get(ADDRESS);
    assert.equal(first.headers["last-modified"], "Tue, 04 Mar 2014 23:00:00 GMT");
    const since = { "if-modified-since": String(first.headers["last-modified"]) };
    const unchanged = { "if-none-match": String(first.headers.etag) };
    assert.equal((await get(ADDRESS, since)).statusCode, 304);
    assert.equal((await get(ADDRESS, unchanged)).statusCode, 304);
    await store(db, [toAnother], { now: new Date("2014-03-05T08:00:00Z") });
    assert.equal((await get(ADDRESS, since)).statusCode, 200);
    assert.equal((await get(ADDRESS, unchanged)).statusCode, 200);
  });
});
