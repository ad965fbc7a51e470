import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { aQuestion } from "../../helpers/questions.ts";

const cursorOf = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

/** Query, the parameter that must be named, and a word the explanation must hold. */
const REFUSED: readonly (readonly [query: string, parameter: string, explanation: string])[] = [
  ["foo=1", "foo", "minister, q, exact, author, party"],
  ["exact=perhaps", "exact", "« true »"],
  ["facets=", "facets", "true"],
  ["party=", "party", "le jour de la question"],
  ["portfolio=", "portfolio", "compétence"],
  ["overdue=false", "overdue", "Valeurs acceptées : true."],
  ["overdue=1", "overdue", "« 1 »"],
  ["limit=0", "limit", "entier de 1 à 100"],
  ["limit=101", "limit", "entier de 1 à 100"],
  ["limit=ten", "limit", "« ten »"],
  ["limit=2.5", "limit", "entier"],
  ["limit=", "limit", "entier"],
  ["limit=1&limit=2", "limit", "une fois"],
  ["sort=title", "sort", "relevance, tabledOn, -tabledOn, answeredOn, -answeredOn, daysOverdue"],
  ["state=closed", "state", "open, holding, answered, converted"],
  ["state=open,", "state", "open, holding"],
  ["state=open&state=holding", "state", "une fois"],
  ["tabledFrom=2014-02-31", "tabledFrom", "jour du calendrier"],
  ["tabledTo=2014-2-1", "tabledTo", "AAAA-MM-JJ"],
  ["answeredFrom=hier", "answeredFrom", "« hier »"],
  ["answeredTo=0000-01-01", "answeredTo", "jour du calendrier"],
  ["tabledFrom=2014-02-05&tabledTo=2014-02-04", "tabledFrom", "tabledTo"],
  ["answeredFrom=2014-02-05&answeredTo=2014-02-04", "answeredFrom", "answeredTo"],
  ["modifiedSince=2014-02-31", "modifiedSince", "2013-10-01T12:00:00Z"],
  ["modifiedSince=2014-02-31T00:00:00Z", "modifiedSince", "un jour comme"],
  ["modifiedSince=2014-02-03T00:00:00", "modifiedSince", "un jour comme"],
  ["modifiedSince=0000-02-03T00:00:00Z", "modifiedSince", "un jour comme"],
  ["modifiedSince=0001-01-01", "modifiedSince", "un jour comme"],
  ["modifiedSince=9999-12-31T23:59:59-12:00", "modifiedSince", "un jour comme"],
  ["modifiedSince=2014-02-03T25:00:00Z", "modifiedSince", "un jour comme"],
  ["session=%00", "session", "2013-2014"],
  ["session=", "session", "2013-2014"],
  ["minister=", "minister", "slug"],
  ["cursor=abc", "cursor", "nextCursor"],
  ["cursor=", "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 0, "2014-02-31", 1)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 0, "0000-01-01", 1)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 0, "2014-02-01", 1.5)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", "no", "2014-02-01", 1)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 1, "2014-02-01", 1)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 0, "2014-02-01", 1, 0.5)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("-tabledOn", 0, "2014-02-01", 1, 0.5, 7, 7)}`, "cursor", "nextCursor"],
  [`cursor=${cursorOf("tabledOn", 0, "2014-02-01", 1)}`, "cursor", "« tabledOn »"],
  [`sort=answeredOn&cursor=${cursorOf("-answeredOn", 1, "2014-02-01", 1)}`, "cursor", "« -answeredOn »"],
];

suite("a parameter that cannot be used is named, with what is expected", async () => {
  const { get } = await openApp({ after });
  for (const [query, parameter, explanation] of REFUSED) {
    test(query, async () => {
      const response = await get(`/api/v1/questions?${query}`);
      assert.equal(response.statusCode, 400);
      const problem = response.json<ProblemJson>();
      assert.deepEqual([problem.code, problem.parameter], ["bad_parameter", parameter]);
      assert.ok(problem.detail.includes(explanation), problem.detail);
    });
  }
});

suite("a parameter is refused where an address takes none, or not that one", async () => {
  const { get } = await openApp({ after }, [aQuestion()]);
  for (const url of [
    "/api/v1/ministers?limit=1",
    "/api/v1/ministers/lambrecht-aurore?q=1",
    "/api/v1/ministers/lambrecht-aurore/questions?minister=lambrecht-aurore",
    "/api/v1/questions/wallonia-900001?limit=1",
    "/api/v1/sessions?sort=x",
    "/api/v1/openapi.json?x=1",
  ]) {
    test(url, async () => {
      const response = await get(url);
      assert.equal(response.statusCode, 400);
      assert.equal(response.json<ProblemJson>().parameter, url.split(/[?=]/)[1]);
    });
  }
});

test("a parameter named like a part of every object is as unknown as any other", async (t) => {
  const { get } = await openApp(t);
  for (const parameter of ["__proto__", "constructor", "toString"]) {
    const response = await get(`/api/v1/questions?${parameter}=1`);
    assert.equal(response.statusCode, 400);
    assert.equal(response.json<ProblemJson>().parameter, parameter);
  }
});
