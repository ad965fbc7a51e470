import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { sql } from "drizzle-orm";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { openApp } from "../../helpers/apps.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";

let number = 0;
const put = (name: string, office: string | null, rest: Parameters<typeof aQuestion>[0] = {}) =>
  aQuestion({
    sourceId: String((number += 1)),
    officialNumber: number,
    addressedTo: { name, office },
    ...rest,
  });

/** The source ids are 1 to 6. 1, 2 and 4 are overdue on 5 March 2014, the day on which all is asked. */
const register = [
  put("LUTGAN Benoît", "Ministre des Écluses et de l'Égalité des barques"),
  put("LUTGAN Benoît", "Ministre des Écluses et de l'Egalité des barques", { answers: [aHoldingAnswer()] }),
  put("LUTGAN Benoît", "Ministre des Ecluses, chargé de l’Eau", { answers: [anAnswer()] }),
  put("LUTGAN Benoît", null, { tabledOn: day("2014-02-10"), askedBy: "GENÊT Anne" }),
  put("PRÉVAL Maxime", "Ministre de l'Eau", { tabledOn: day("2014-02-28") }),
  put("PRÉVAL Maxime", "Ministre-Président", { tabledOn: day("2014-03-04"), askedBy: "GENÊT Anne" }),
];

interface ListJson {
  readonly items: readonly { readonly id: string; readonly slug: string }[];
}

test("portfolios are listed by slug, with their last holder", async (t) => {
  const { json } = await openApp(t, register);
  const { items } = await json<{ items: Record<string, unknown>[] }>("/api/v1/portfolios");
  assert.deepEqual(items, [
    {
      slug: "eau",
      name: "Eau",
      holderCount: 2,
      lastHolder: { slug: "preval-maxime", name: "PRÉVAL Maxime" },
      firstSeenOn: "2014-02-04",
      lastSeenOn: "2014-02-28",
      questions: 2,
    },
    {
      slug: "ecluses",
      name: "Écluses",
      holderCount: 1,
      lastHolder: { slug: "lutgan-benoit", name: "LUTGAN Benoît" },
      firstSeenOn: "2014-02-04",
      lastSeenOn: "2014-02-04",
      questions: 3,
    },
    {
      slug: "egalite-des-barques",
      name: "Égalité des barques",
      holderCount: 1,
      lastHolder: { slug: "lutgan-benoit", name: "LUTGAN Benoît" },
      firstSeenOn: "2014-02-04",
      lastSeenOn: "2014-02-04",
      questions: 2,
    },
  ]);
});

test("a portfolio is given with its holders over time, under any spelling of its name", async (t) => {
  const { json } = await openApp(t, register);
  const days = { firstSeenOn: "2014-02-04", lastSeenOn: "2014-02-04", questions: 2 };
  const portfolio = {
    slug: "egalite-des-barques",
    name: "Égalité des barques",
    holderCount: 1,
    lastHolder: { slug: "lutgan-benoit", name: "LUTGAN Benoît" },
    ...days,
    holders: [
      {
        person: { slug: "lutgan-benoit", name: "LUTGAN Benoît" },
        office: "Ministre des Écluses et de l'Égalité des barques",
        government: { slug: "demotte-ii", name: "Demotte II" },
        ...days,
      },
    ],
  };
  for (const typed of [
    "egalite-des-barques",
    "%C3%89galit%C3%A9%20des%20barques",
    "l'egalite%20DES%20barques",
    "l-egalite-des-barques",
    "de-l-egalite-des-barques",
  ]) {
    assert.deepEqual(await json(`/api/v1/portfolios/${typed}`), portfolio, typed);
  }
});

suite("questions by what is derived of them", async () => {
  const { db, json, get } = await openApp({ after }, register);
  await db.execute(
    sql`update questions set asked_by_party = 'SAULES' where asked_by_name = 'VERMEIL Odette'`,
  );
  await db.execute(
    sql`update questions set asked_by_party = 'Les Peupliers' where asked_by_name = 'GENÊT Anne'`,
  );

  for (const [query, ...ids] of [
    ["questions?party=saules", 5, 3, 2, 1],
    ["questions?party=Saul%C3%A8s&state=answered", 3],
    ["questions?party=les%20peupliers&minister=lutgan-benoit", 4],
    ["questions?portfolio=eau", 5, 3],
    ["questions?portfolio=l'Eau&minister=preval-maxime", 5],
    ["questions?portfolio=%C3%A9cluses", 3, 2, 1],
    ["questions?portfolio=les%20Ecluses", 3, 2, 1],
    ["questions?portfolio=les-ecluses", 3, 2, 1],
    ["questions?portfolio=des-%C3%89cluses", 3, 2, 1],
    ["questions?portfolio=de-l-eau", 5, 3],
    ["questions?overdue=true", 4, 2, 1],
    ["questions?overdue=true&state=holding", 2],
    ["questions?overdue=true&party=SAULES&portfolio=ecluses&tabledTo=2014-02-04&session=2013-2014", 2, 1],
    ["ministers/lutgan-benoit/questions?portfolio=eau", 3],
    ["ministers/lutgan-benoit/questions?overdue=true&party=saules", 2, 1],
    ["ministers/preval-maxime/questions?overdue=true"],
  ] as const) {
    test(query, async () => {
      const { items } = await json<ListJson>(`/api/v1/${query}`);
      assert.deepEqual(
        items.map(({ id }) => id),
        ids.map((id) => `wallonia-${id}`),
      );
    });
  }

  for (const { url, code, parameter, near } of [
    { url: "portfolios/les-eclusse", code: "unknown_portfolio", near: ["ecluses"] },
    { url: "portfolios/eclusse", code: "unknown_portfolio", near: ["ecluses"] },
    { url: "portfolios/barques", code: "unknown_portfolio", near: ["egalite-des-barques"] },
    { url: "portfolios/%3F%3F", code: "unknown_portfolio", near: [] },
    { url: "portfolios/%00", code: "unknown_portfolio", near: [] },
    {
      url: "questions?portfolio=ecluse",
      code: "unknown_portfolio",
      parameter: "portfolio",
      near: ["ecluses"],
    },
    { url: "questions?portfolio=%00", code: "unknown_portfolio", parameter: "portfolio", near: [] },
    { url: "questions?party=saule", code: "unknown_party", parameter: "party", near: ["saules"] },
    { url: "questions?party=peupliers", code: "unknown_party", parameter: "party", near: ["les-peupliers"] },
    { url: "questions?party=%3F", code: "unknown_party", parameter: "party", near: [] },
    {
      url: "ministers/lutgan-benoit/questions?portfolio=phares",
      code: "unknown_portfolio",
      parameter: "portfolio",
      near: [],
    },
  ]) {
    test(`${url} is not found, with near names`, async () => {
      const response = await get(`/api/v1/${url}`);
      const problem = response.json<ProblemJson>();
      assert.deepEqual([response.statusCode, problem.code, problem.parameter], [404, code, parameter]);
      assert.deepEqual(problem.suggestions?.map(({ slug }) => slug) ?? [], near);
    });
  }
});

test("the filter, the group and the portfolio itself count the same questions", async (t) => {
  const title = "Ministre des Écluses";
  const [first, between, last] = ["2014-02-04", "2014-02-10", "2014-02-20"].map(day);
  const { json } = await openApp(t, [
    put("LUTGAN Benoît", title, { tabledOn: first! }),
    put("LUTGAN Benoît", null, { tabledOn: between! }),
    put("LUTGAN Benoît", title, { tabledOn: last! }),
  ]);
  type Groups = { groups: { key: string; tabled: number }[] };
  const grouped = await json<Groups>("/api/v1/stats/delays?by=portfolio");
  assert.deepEqual(
    grouped.groups.map(({ key, tabled }) => [key, tabled]),
    [["ecluses", 3]],
  );
  const filtered = await json<Groups>("/api/v1/stats/delays?portfolio=ecluses");
  assert.equal(filtered.groups[0]?.tabled, 3);
  assert.equal((await json<{ questions: number }>("/api/v1/portfolios/ecluses")).questions, 3);
});

test("what is overdue is told by the day in Brussels", async (t) => {
  const asked = [put("LUTGAN Benoît", "Ministre des Écluses")];
  const dueOn = "2014-02-25";
  for (const [now, found] of [
    ["2014-02-25T22:59:59Z", 0],
    ["2014-02-25T23:00:00Z", 1],
  ] as const) {
    const { db, json } = await openApp(t, asked, { now: () => new Date(now) });
    await db.execute(sql`update questions set answer_due_on = ${dueOn}::date`);
    assert.equal((await json<ListJson>("/api/v1/questions?overdue=true")).items.length, found, now);
  }
});
