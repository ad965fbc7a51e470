import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { sql } from "drizzle-orm";
import { slugOf } from "../../../src/domain/folded-text.ts";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import type { UnderstoodJson } from "../../../src/http/api/schemas/understood.ts";
import { openApp } from "../../helpers/apps.ts";
import { aQuestion, day } from "../../helpers/questions.ts";
import { projectRoot } from "../../helpers/source-files.ts";

let number = 0;
const put = (
  name: string,
  office: string | null,
  tabledOn: string,
  rest: Parameters<typeof aQuestion>[0] = {},
) =>
  aQuestion({
    sourceId: String((number += 1)),
    officialNumber: number,
    addressedTo: { name, office },
    tabledOn: day(tabledOn),
    ...rest,
  });

const LOCKS = "Ministre des Écluses et de l'Eau";

/** The source ids are 1 to 7. */
const register = [
  put("LUTGAN Benoît", LOCKS, "2011-02-04"),
  put("LUTGAN Benoît", null, "2011-02-05"),
  put("LUTGAN Benoît", LOCKS, "2011-03-04"),
  put("LUTGAN Benoît", "Ministre-Président", "2012-02-04"),
  put("PRÉVAL Maxime", "Ministre des Écluses", "2013-02-04", { askedBy: "GENÊT Anne" }),
  put("PRÉVAL Maxime", "Ministre de la Navigation de plaisance", "2013-03-04"),
  put("PREVAL Patrick", "Ministre de la Navigation intérieure", "2013-03-05"),
];

interface ListJson {
  readonly items: readonly { readonly id: string }[];
  readonly understood: UnderstoodJson;
}

const NOTHING = { minister: null, office: null, author: null, portfolio: null, party: null };
const LUTGAN = { slug: "lutgan-benoit", name: "LUTGAN Benoît", from: "2011-02-04", to: "2012-02-04" };
const [LUTGAN_OF_LOCKS, PREVAL_OF_LOCKS] = [
  { ...LUTGAN, office: LOCKS, to: "2011-03-04" },
  {
    ...{ slug: "preval-maxime", name: "PRÉVAL Maxime", office: "Ministre des Écluses" },
    ...{ from: "2013-02-04", to: "2013-02-04" },
  },
];

suite("what names were understood as", async () => {
  const { db, get, json } = await openApp({ after }, register);
  await db.execute(sql`update questions set asked_by_party = 'SAULES' where source_id in ('1', '2')`);
  await db.execute(sql`update questions set asked_by_party = 'Saulès' where source_id = '3'`);
  const list = (query: string) => json<ListJson>(`/api/v1/questions?${query}`);
  const numbersOf = ({ items }: ListJson) => items.map(({ id }) => Number(id.replace("wallonia-", "")));

  test("is nothing where none is given", async () => {
    assert.deepEqual((await list("state=open")).understood, NOTHING);
  });

  for (const typed of [
    "lutgan-benoit",
    "Benoît Lutgan",
    "M. Lutgan",
    "Monsieur le Ministre Lutgan",
    "B. Lutgan",
  ]) {
    test(`is the minister of that name, from the first question to the last: ${typed}`, async () => {
      const found = await list(`minister=${encodeURIComponent(typed)}&tabledTo=2011-12-31`);
      assert.deepEqual(found.understood, { ...NOTHING, minister: LUTGAN });
      assert.deepEqual(numbersOf(found), [3, 2, 1]);
    });
  }

  test("is the author and the party, with all its spellings", async () => {
    const { understood } = await list("author=vermeil&party=saules");
    assert.deepEqual(understood, {
      ...NOTHING,
      author: { slug: "vermeil-odette", name: "VERMEIL Odette", from: "2011-02-04", to: "2013-03-05" },
      party: { slug: "saules", name: "Saulès", spellings: ["SAULES", "Saulès"] },
    });
  });

  for (const typed of [
    "écluses",
    "ministre des écluses",
    "Mme la Ministre des Ecluses",
    "ministre-des-ecluses",
  ]) {
    test(`is an office, with whoever held it when: ${typed}`, async () => {
      const found = await list(`minister=${encodeURIComponent(typed)}`);
      assert.deepEqual(found.understood, {
        ...NOTHING,
        office: { slug: "ecluses", name: "Écluses", holders: [LUTGAN_OF_LOCKS, PREVAL_OF_LOCKS] },
      });
      assert.deepEqual(numbersOf(found), [5, 3, 2, 1]);
      assert.deepEqual(numbersOf(await list("portfolio=ecluses")), [5, 3, 2, 1]);
    });
  }

  test("is a portfolio, with whoever held it when", async () => {
    const { understood } = await list("portfolio=l'Eau");
    const office = { slug: "eau", name: "Eau", holders: [LUTGAN_OF_LOCKS] };
    assert.deepEqual(understood, { ...NOTHING, portfolio: office });
  });

  test("is the person too, where one alone held the office, and the days of the office", async () => {
    const found = await list("minister=eau");
    const { office: _, ...person } = LUTGAN_OF_LOCKS;
    assert.deepEqual(found.understood.minister, person);
    assert.deepEqual(numbersOf(found), [3, 2, 1]);
  });

  for (const { typed, holders, found } of [
    { typed: "Ministre-Président", holders: ["lutgan-benoit"], found: [4] },
    { typed: "plaisance", holders: ["preval-maxime"], found: [6] },
    { typed: "eau et écluses", holders: ["lutgan-benoit"], found: [3, 2, 1] },
    { typed: "ministre de la navigation", holders: ["preval-maxime", "preval-patrick"], found: [7, 6] },
  ]) {
    test(`is every title with the words where no portfolio is called so: ${typed}`, async () => {
      const list_ = await list(`minister=${encodeURIComponent(typed)}`);
      const { office } = list_.understood;
      assert.deepEqual([office?.slug, office?.name], [null, typed]);
      assert.deepEqual(
        office?.holders.map(({ slug }) => slug),
        holders,
      );
      assert.deepEqual(numbersOf(list_), found);
    });
  }

  test("are an office and a portfolio, both of which must have been held", async () => {
    assert.deepEqual(numbersOf(await list("minister=ecluses&portfolio=eau")), [3, 2, 1]);
    assert.deepEqual(numbersOf(await list("minister=plaisance&portfolio=eau")), []);
  });

  test("goes with figures as well", async () => {
    for (const url of [
      "stats/delays?minister=ecluses",
      "authors/vermeil/delays?minister=ecluses",
      "sessions/2013-2014/delays?minister=ecluses",
    ]) {
      const { understood } = await json<{ understood: UnderstoodJson }>(`/api/v1/${url}`);
      assert.equal(understood.office?.holders.length, 2, url);
    }
    const { groups } = await json<{ groups: { tabled: number }[] }>("/api/v1/stats/delays?minister=ecluses");
    assert.equal(groups[0]?.tabled, 4);
  });

  test("is in the address too: a list is of whoever held the office", async () => {
    const found = await json<ListJson>(
      "/api/v1/ministers/ministre-des-ecluses/questions?tabledFrom=2011-03-01",
    );
    assert.deepEqual(numbersOf(found), [5, 3]);
    assert.equal(found.understood.office?.slug, "ecluses");
  });

  test("a minister's own page and figures are those of the one holder of an office", async () => {
    const minister = await json<{ slug: string; questions: { total: number } }>("/api/v1/ministers/eau");
    assert.deepEqual([minister.slug, minister.questions.total], ["lutgan-benoit", 4]);
    const delays = await json<{ minister: { slug: string }; tabled: number }>("/api/v1/ministers/eau/delays");
    assert.deepEqual([delays.minister.slug, delays.tabled], ["lutgan-benoit", 4]);
  });

  test("of several holders none is guessed: they are told with their days, the latest first", async () => {
    for (const [url, parameter] of [
      ["ministers/ecluses", undefined],
      ["ministers/ecluses/delays", undefined],
      ["stats/delays/comparison?minister=ecluses", "minister"],
      ["stats/delays/comparison?minister=eau&with=ecluses", "with"],
    ] as const) {
      const response = await get(`/api/v1/${url}`);
      const problem = response.json<ProblemJson>();
      assert.deepEqual(
        [response.statusCode, problem.code, problem.parameter],
        [404, "unknown_minister", parameter],
        url,
      );
      assert.deepEqual(problem.suggestions, [
        { slug: "preval-maxime", name: "PRÉVAL Maxime" },
        { slug: "lutgan-benoit", name: "LUTGAN Benoît" },
      ]);
      assert.match(problem.detail, /LUTGAN Benoît \(2011-02-04 – 2011-03-04\)/);
    }
  });

  test("a family name of several means none of them", async () => {
    const response = await get("/api/v1/questions?minister=preval");
    assert.equal(response.statusCode, 404);
    assert.match(response.json<ProblemJson>().detail, /peut désigner plusieurs personnes/);
  });

  for (const typed of ["ministre", "Madame la Ministre", "le", "président de la lune", "ecluse", "%", "_"]) {
    test(`is nobody for « ${typed} »`, async () => {
      const response = await get(`/api/v1/questions?minister=${encodeURIComponent(typed)}`);
      const { code, parameter } = response.json<ProblemJson>();
      assert.deepEqual([response.statusCode, code, parameter], [404, "unknown_minister", "minister"]);
    });
  }
});

test("a name goes before an office, save where it begins as a title does", async (t) => {
  const { json } = await openApp(t, [
    put("DE L'EAU Anne", "Ministre des Phares", "2014-02-04"),
    put("LUTGAN Benoît", "Ministre de l'Eau", "2014-02-05"),
  ]);
  const found = async (typed: string) =>
    (await json<ListJson>(`/api/v1/questions?minister=${encodeURIComponent(typed)}`)).understood.minister
      ?.slug;
  assert.equal(await found("l'Eau"), "de-l-eau-anne");
  assert.equal(await found("Ministre de l'Eau"), "lutgan-benoit");
  assert.equal(await found("Ministre De l'Eau Anne"), "de-l-eau-anne");
});

const FACTS = join(projectRoot, "../shared/domain/offices-observed.tsv");
const skip = existsSync(FACTS) ? false : "no ../shared beside the project: observed ministers not looked up";

test("every minister observed is found by slug and by name in both orders", { skip }, async (t) => {
  const [, ...rows] = readFileSync(FACTS, "utf8").trim().split("\n");
  const observed = rows.map((row) => row.split("\t"));
  const { json } = await openApp(
    t,
    observed.map(([name, office, firstSeenOn]) => put(name!, office!, firstSeenOn!)),
  );
  for (const [name = ""] of observed) {
    const words = name.split(" ");
    const given = words.filter((word) => word !== word.toUpperCase());
    const family = words.filter((word) => word === word.toUpperCase());
    for (const typed of [slugOf(name), name, [...given, ...family].join(" ")]) {
      const { understood } = await json<ListJson>(`/api/v1/questions?minister=${encodeURIComponent(typed)}`);
      assert.equal(understood.minister?.slug, slugOf(name), typed);
      const minister = await json<{ slug: string }>(`/api/v1/ministers/${encodeURIComponent(typed)}`);
      assert.equal(minister.slug, slugOf(name), typed);
    }
  }
});
