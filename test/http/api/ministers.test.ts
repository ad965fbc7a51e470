import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { sql } from "drizzle-orm";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";

let number = 0;
const put = (name: string, rest: Parameters<typeof aQuestion>[0] = {}) =>
  aQuestion({
    sourceId: String((number += 1)),
    officialNumber: number,
    addressedTo: { name, office: "Ministre des Écluses" },
    ...rest,
  });

const register = [
  put("LUTGAN Benoît", { answers: [anAnswer()] }),
  put("LUTGAN Benoit", { answers: [aHoldingAnswer()], tabledOn: day("2014-02-10") }),
  put("PRÉVAL Maxime"),
  put("PREVAL Patrick", { askedBy: "DE LA RUELLE Éloïse" }),
];

interface MinisterJson {
  readonly slug: string;
  readonly name: string;
}

interface ListJson {
  readonly items: readonly { readonly id: string }[];
}

test("everybody who was asked is listed, by name", async (t) => {
  const { json } = await openApp(t, register);
  const { items } = await json<{ items: MinisterJson[] }>("/api/v1/ministers");
  assert.deepEqual(
    items.map(({ slug }) => slug),
    ["lutgan-benoit", "preval-maxime", "preval-patrick"],
  );
});

test("a minister is given with spellings, offices and counts, under any spelling of the name", async (t) => {
  const { json } = await openApp(t, register);
  const seen = { firstSeenOn: "2014-02-04", lastSeenOn: "2014-02-10", questions: 2 };
  const minister = {
    slug: "lutgan-benoit",
    name: "LUTGAN Benoît",
    spellings: ["LUTGAN Benoit", "LUTGAN Benoît"],
    offices: [
      {
        title: "Ministre des Écluses",
        ...seen,
        periods: [{ government: { slug: "demotte-ii", name: "Demotte II" }, party: null, ...seen }],
      },
    ],
    questions: { total: 2, open: 0, holding: 1, answered: 1, converted: 0 },
    firstTabledOn: "2014-02-04",
    lastTabledOn: "2014-02-10",
  };
  for (const typed of ["lutgan-benoit", "LUTGAN%20Beno%C3%AEt", "Lutgan%20benoit", "LUTGAN-BENOI%CC%82T"]) {
    assert.deepEqual(await json(`/api/v1/ministers/${typed}`), minister, typed);
  }
});

test("a minister's questions take every filter but the minister", async (t) => {
  const { json } = await openApp(t, register);
  const idsOf = async (query: string) =>
    (await json<ListJson>(`/api/v1/ministers/LUTGAN%20Beno%C3%AEt/questions?${query}`)).items.map(
      ({ id }) => id,
    );
  assert.deepEqual(await idsOf(""), ["wallonia-2", "wallonia-1"]);
  assert.deepEqual(await idsOf("state=answered"), ["wallonia-1"]);
  assert.deepEqual(await idsOf("sort=tabledOn&limit=1"), ["wallonia-1"]);
  assert.deepEqual(await idsOf("author=vermeil-odette&tabledFrom=2014-02-10"), ["wallonia-2"]);
});

test("the next page of a minister's questions is at the minister's address", async (t) => {
  const { get } = await openApp(t, register);
  const { headers } = await get("/api/v1/ministers/LUTGAN%20Beno%C3%AEt/questions?limit=1");
  const address = "https://vigie.example/api/v1/ministers/LUTGAN%20Beno%C3%AEt/questions?limit=1&cursor=";
  assert.ok(String(headers.link).startsWith(`<${address}`), String(headers.link));
});

test("a name that several people may have is told to be so, with all of them", async (t) => {
  const { db, get } = await openApp(t, register);
  await db.execute(sql`update person_names set slug = 'preval' where slug like 'preval-%'`);
  for (const [url, parameter] of [
    ["/api/v1/ministers/Préval", undefined],
    ["/api/v1/ministers/preval/delays", undefined],
    ["/api/v1/questions?minister=PREVAL", "minister"],
  ] as const) {
    const response = await get(encodeURI(url));
    const problem = response.json<ProblemJson>();
    assert.deepEqual([response.statusCode, problem.parameter], [404, parameter], url);
    assert.match(problem.detail ?? "", /peut désigner plusieurs personnes/);
    assert.deepEqual(problem.suggestions, [
      { slug: "preval-maxime", name: "PRÉVAL Maxime" },
      { slug: "preval-patrick", name: "PREVAL Patrick" },
    ]);
  }
});

suite("a name nobody has", async () => {
  const { get } = await openApp({ after }, register);
  for (const { url, code, parameter, near } of [
    { url: "/api/v1/ministers/preval", code: "unknown_minister", near: ["preval-maxime", "preval-patrick"] },
    { url: "/api/v1/ministers/benoit-lutgen", code: "unknown_minister", near: [] },
    { url: "/api/v1/ministers/benoit", code: "unknown_minister", near: ["lutgan-benoit"] },
    { url: "/api/v1/ministers/eclusse", code: "unknown_minister", near: ["ecluses"] },
    { url: "/api/v1/ministers/lutgen-benoit", code: "unknown_minister", near: ["lutgan-benoit"] },
    {
      url: "/api/v1/ministers/prevel/questions",
      code: "unknown_minister",
      near: ["preval-maxime", "preval-patrick"],
    },
    { url: "/api/v1/ministers/xyzzy", code: "unknown_minister", near: [] },
    { url: "/api/v1/ministers/%3F%3F", code: "unknown_minister", near: [] },
    {
      url: "/api/v1/questions?minister=PREVAL",
      code: "unknown_minister",
      parameter: "minister",
      near: ["preval-maxime", "preval-patrick"],
    },
    // Somebody who asks is not thereby somebody who is asked, and the other way round.
    { url: "/api/v1/ministers/vermeil-odette", code: "unknown_minister", near: [] },
    { url: "/api/v1/questions?author=lutgan-benoit", code: "unknown_author", parameter: "author", near: [] },
    {
      url: "/api/v1/questions?author=eloise",
      code: "unknown_author",
      parameter: "author",
      near: ["de-la-ruelle-eloise"],
    },
    {
      url: "/api/v1/ministers/lutgan-benoit/questions?author=vermail",
      code: "unknown_author",
      parameter: "author",
      near: ["vermeil-odette"],
    },
  ]) {
    test(`${url} is not found, with near names`, async () => {
      const response = await get(url);
      const problem = response.json<ProblemJson>();
      assert.deepEqual([response.statusCode, problem.code, problem.parameter], [404, code, parameter]);
      assert.deepEqual(problem.suggestions?.map(({ slug }) => slug) ?? [], near);
      for (const { name, slug } of problem.suggestions ?? []) assert.notEqual(name, slug);
    });
  }
});
