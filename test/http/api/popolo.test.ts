import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { sql } from "drizzle-orm";
import type { PopoloJson } from "../../../src/http/api/schemas/popolo.ts";
import { openApp } from "../../helpers/apps.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";

const titled = (office: string) => ({ name: "LAMBRECHT Aurore", office });

const questions = [
  aQuestion({ answers: [anAnswer({ answeredBy: "OSSELAER Théo" })] }),
  aQuestion({
    sourceId: "900002",
    officialNumber: 2,
    tabledOn: day("2014-02-20"),
    askedBy: "VERMEIL ODETTE",
  }),
  aQuestion({
    sourceId: "900003",
    officialNumber: 3,
    tabledOn: day("2014-10-02"),
    addressedTo: titled("Ministre de l'Orme"),
  }),
  aQuestion({
    sourceId: "900004",
    officialNumber: 4,
    tabledOn: day("2014-10-09"),
    addressedTo: { name: "PRÉVÔT Basile", office: "Ministre de l’Orme" },
  }),
];

suite("persons and offices as Popolo", async () => {
  const { db, get, json } = await openApp({ after }, questions);
  await db.execute(sql`
    update questions set asked_by_party = case when id % 2 = 0 then 'Rives' else 'RIVES' end
    where source_id <> '900004'`);
  const url = "/api/v1/exports/popolo.json";
  const { persons, organizations, posts, memberships } = await json<PopoloJson>(url);

  test("are everybody whom questions name, with the spellings of their names", () => {
    assert.deepEqual(
      persons.map(({ id, name }) => [id, name]),
      [
        ["lambrecht-aurore", "LAMBRECHT Aurore"],
        ["osselaer-theo", "OSSELAER Théo"],
        ["prevot-basile", "PRÉVÔT Basile"],
        ["vermeil-odette", "VERMEIL ODETTE"],
      ],
    );
    const vermeil = persons.find(({ id }) => id === "vermeil-odette")!;
    assert.deepEqual(vermeil.other_names, [{ name: "VERMEIL Odette" }]);
    assert.deepEqual(vermeil.identifiers, [{ scheme: "vigie", identifier: "vermeil-odette" }]);
    assert.equal(vermeil.sort_name, vermeil.name);
  });

  test("lead to what Vigie says of them as ministers and as authors", async () => {
    const linked = persons.map(({ links }) => links.map((link) => link.url.replace(/^.*\/api\/v1\//, "")));
    assert.deepEqual(linked, [
      ["ministers/lambrecht-aurore"],
      [],
      ["ministers/prevot-basile"],
      ["authors/vermeil-odette"],
    ]);
    for (const { links } of persons) {
      for (const link of links) await json(link.url.replace("https://vigie.example", ""));
    }
  });

  test("are governments, with the dates of oaths as exactly as they are known, and parties", () => {
    const of = (classification: string) =>
      organizations.filter((one) => one.classification === classification);
    const governments = of("government");
    assert.ok(governments.length > 5);
    const magnette = governments.find(({ id }) => id === "government/magnette")!;
    assert.deepEqual([magnette.founding_date, magnette.dissolution_date], ["2014-07-23", "2017-07-28"]);
    assert.ok(governments.some(({ founding_date }) => founding_date === "1999-07"));
    assert.equal(governments.filter((one) => one.dissolution_date === undefined).length, 1);
    for (const { sources } of governments) {
      assert.ok(sources.length > 0);
      for (const { url } of sources) assert.ok(URL.canParse(url), url);
    }
    assert.deepEqual(
      of("party").map(({ id, name, other_names }) => [id, name, other_names]),
      [["party/rives", "RIVES", [{ name: "Rives" }]]],
    );
  });

  test("are titles once, whoever held them", () => {
    assert.deepEqual(posts, [
      { id: "post/ministre-de-l-orme", label: "Ministre de l'Orme", role: "Ministre de l'Orme" },
      {
        id: "post/ministre-des-passerelles-et-des-ecluses",
        label: "Ministre des Passerelles et des Écluses",
        role: "Ministre des Passerelles et des Écluses",
      },
    ]);
  });

  test("are who held what between which days of questions, and say that these are what the days are", () => {
    const ofPerson = (id: string) => memberships.filter(({ person_id }) => person_id === id);
    const seen = { dates_seen_in_questions: true };
    assert.deepEqual(ofPerson("lambrecht-aurore"), [
      {
        id: "lambrecht-aurore/post/ministre-des-passerelles-et-des-ecluses/2014-02-04",
        person_id: "lambrecht-aurore",
        organization_id: "government/demotte-ii",
        post_id: "post/ministre-des-passerelles-et-des-ecluses",
        role: "minister",
        ...{ start_date: "2014-02-04", end_date: "2014-02-20", ...seen, questions: 2 },
      },
      {
        id: "lambrecht-aurore/post/ministre-de-l-orme/2014-10-02",
        person_id: "lambrecht-aurore",
        organization_id: "government/magnette",
        post_id: "post/ministre-de-l-orme",
        role: "minister",
        ...{ start_date: "2014-10-02", end_date: "2014-10-02", ...seen, questions: 1 },
      },
    ]);
    assert.deepEqual(ofPerson("vermeil-odette"), [
      {
        id: "vermeil-odette/party/rives/2014-02-04",
        person_id: "vermeil-odette",
        organization_id: "party/rives",
        role: "member",
        ...{ start_date: "2014-02-04", end_date: "2014-10-02", ...seen, questions: 3 },
      },
    ]);
    assert.deepEqual(ofPerson("osselaer-theo"), []);
  });

  test("point only to what is there, each under an id of its own", () => {
    const ids = [...persons, ...organizations, ...posts, ...memberships].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { person_id, organization_id, post_id, on_behalf_of_id } of memberships) {
      for (const id of [person_id, organization_id, post_id, on_behalf_of_id]) {
        assert.ok(id === undefined || id === null || ids.includes(id), String(id));
      }
    }
  });

  test("carry a tag and the date of the newest change", async () => {
    const { headers } = await get(url);
    assert.equal(headers["last-modified"], "Sun, 02 Mar 2014 09:30:00 GMT");
    assert.equal((await get(url, { "if-none-match": String(headers.etag) })).statusCode, 304);
  });
});

test("the directory of an empty register is the governments alone", async (t) => {
  const { json } = await openApp(t);
  const { persons, organizations, posts, memberships } = await json<PopoloJson>(
    "/api/v1/exports/popolo.json",
  );
  assert.deepEqual([persons, posts, memberships], [[], [], []]);
  assert.ok(organizations.every(({ classification }) => classification === "government"));
});
