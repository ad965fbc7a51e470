import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { sql } from "drizzle-orm";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";

let number = 0;
const put = (askedBy: string, rest: Parameters<typeof aQuestion>[0] = {}) =>
  aQuestion({ sourceId: String((number += 1)), officialNumber: number, askedBy, ...rest });

/** The source ids are 1 to 5. */
const register = [
  put("GENÊT Anne", { answers: [anAnswer()] }),
  put("GENET Anne", { tabledOn: day("2014-02-10") }),
  put("GENÊT Anne", { tabledOn: day("2014-02-12"), addressedTo: { name: "ABEL Noé", office: null } }),
  put("SAULE Luc", { session: "se2014" }),
  put("DU SAULE Ondine"),
];

interface ListJson {
  readonly items: readonly { readonly id: string; readonly slug: string }[];
}

suite("authors", async () => {
  const { db, get, json } = await openApp({ after }, register);
  await db.execute(sql`update questions set asked_by_party = 'Les Saules' where source_id in ('1', '2')`);

  test("are listed by name", async () => {
    const { items } = await json<ListJson>("/api/v1/authors");
    assert.deepEqual(
      items.map(({ slug }) => slug),
      ["du-saule-ondine", "genet-anne", "saule-luc"],
    );
  });

  test("are given with spellings, parties over time and counts, under any form of the name", async () => {
    const author = {
      slug: "genet-anne",
      name: "GENÊT Anne",
      spellings: ["GENET Anne", "GENÊT Anne"],
      parties: [
        {
          ...{ slug: "les-saules", name: "Les Saules" },
          ...{ firstSeenOn: "2014-02-04", lastSeenOn: "2014-02-10", questions: 2 },
        },
      ],
      questions: { total: 3, open: 2, holding: 0, answered: 1, converted: 0 },
      firstTabledOn: "2014-02-04",
      lastTabledOn: "2014-02-12",
    };
    for (const typed of ["genet-anne", "Anne Genêt", "Mme Genet", "A. Genêt"]) {
      assert.deepEqual(await json(`/api/v1/authors/${encodeURIComponent(typed)}`), author, typed);
    }
  });

  for (const [url, ...ids] of [
    ["authors/genet-anne/questions", 3, 2, 1],
    ["authors/Anne%20Genet/questions?state=answered", 1],
    ["authors/genet-anne/questions?minister=abel", 3],
    ["authors/genet-anne/questions?party=les%20saules&sort=tabledOn&limit=1", 1],
    ["authors/genet-anne/questions?minister=passerelles&tabledFrom=2014-02-10", 2],
    ["sessions/se2014/questions", 4],
    ["sessions/SE2014/questions?author=luc%20saule", 4],
    ["sessions/2013-2014/questions?author=genet&state=open", 3, 2],
    ["portfolios/des-ecluses/questions?author=genet", 2, 1],
  ] as const) {
    test(`have a list of their own, with the filters of all: ${url}`, async () => {
      const { items } = await json<ListJson>(`/api/v1/${url}`);
      assert.deepEqual(
        items.map(({ id }) => id),
        ids.map((id) => `wallonia-${id}`),
      );
    });
  }

  for (const { url, head, tabled } of [
    { url: "authors/genet/delays", head: { author: { slug: "genet-anne", name: "GENÊT Anne" } }, tabled: 3 },
    {
      url: "authors/genet/delays?minister=abel",
      head: { author: { slug: "genet-anne", name: "GENÊT Anne" } },
      tabled: 1,
    },
    {
      url: "portfolios/les-ecluses/delays",
      head: { portfolio: { slug: "ecluses", name: "Écluses" } },
      tabled: 4,
    },
    { url: "sessions/SE2014/delays", head: { session: "se2014" }, tabled: 1 },
    { url: "sessions/2013-2014/delays?author=genet", head: { session: "2013-2014" }, tabled: 3 },
  ]) {
    test(`have figures of their own: ${url}`, async () => {
      const body = await json<Record<string, unknown>>(`/api/v1/${url}`);
      assert.deepEqual({ ...body, ...head }, body);
      assert.equal(body.tabled, tabled);
    });
  }

  test("and a session are given under their own address", async () => {
    const session = await json<{ session: string; questions: { total: number } }>("/api/v1/sessions/SE2014");
    assert.deepEqual([session.session, session.questions.total], ["se2014", 1]);
    const { items } = await json<{ items: unknown[] }>("/api/v1/sessions");
    assert.deepEqual(items[1], session);
  });

  for (const { url, code, near } of [
    { url: "authors/ondine", code: "unknown_author", near: ["du-saule-ondine"] },
    { url: "authors/saule", code: "unknown_author", near: ["du-saule-ondine", "saule-luc"] },
    { url: "authors/passerelles", code: "unknown_author", near: [] },
    { url: "authors/abel-noe/questions", code: "unknown_author", near: [] },
    { url: "authors/genett/delays", code: "unknown_author", near: ["genet-anne"] },
    { url: "sessions/2013-2041", code: "unknown_session", near: ["2013-2014"] },
    { url: "sessions/%00/questions", code: "unknown_session", near: [] },
    { url: "sessions/se2015/delays", code: "unknown_session", near: ["se2014"] },
    { url: "portfolios/eclusse/questions", code: "unknown_portfolio", near: ["ecluses"] },
    { url: "portfolios/eclusse/delays", code: "unknown_portfolio", near: ["ecluses"] },
  ]) {
    test(`or anything else that is not there is told with near names: ${url}`, async () => {
      const response = await get(`/api/v1/${url}`);
      const problem = response.json<ProblemJson>();
      assert.deepEqual([response.statusCode, problem.code, problem.parameter], [404, code, undefined]);
      assert.deepEqual(problem.suggestions?.map(({ slug }) => slug) ?? [], near);
    });
  }

  for (const url of [
    "authors/genet/questions?author=genet",
    "authors/genet/delays?author=genet",
    "sessions/se2014/questions?session=se2014",
    "portfolios/ecluses/questions?portfolio=ecluses",
    "portfolios/ecluses/delays?portfolio=ecluses",
    "authors?limit=1",
  ]) {
    test(`are not asked for twice: ${url}`, async () => {
      assert.equal((await get(`/api/v1/${url}`)).statusCode, 400);
    });
  }
});
