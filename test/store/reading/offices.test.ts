import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { sql } from "drizzle-orm";
import { slugOf } from "../../../src/domain/folded-text.ts";
import { findDayRange } from "../../../src/domain/offices/day-range.ts";
import { createGovernments, type Government } from "../../../src/domain/offices/governments.ts";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Database } from "../../../src/store/database.ts";
import { createMinisterReader } from "../../../src/store/minister-reader.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import { projectRoot } from "../../helpers/source-files.ts";

let number = 0;
const put = (name: string, office: string | null, tabledOn: string) =>
  aQuestion({
    sourceId: String((number += 1)),
    officialNumber: number,
    addressedTo: { name, office },
    tabledOn: day(tabledOn),
  });

const source = "https://example.org/gouvernements";
const government = (slug: string, from: string, until: string | null): Government => {
  const ends = until === null ? null : findDayRange(until);
  return { slug, name: slug.toUpperCase(), from: findDayRange(from)!, until: ends, source };
};

const GOVERNMENTS = createGovernments(
  [
    government("one", "2004", "2009-07"),
    government("two", "2009-07", "2014-07"),
    government("three", "2019", null),
  ],
  [
    { government: "one", person: "lutgan-benoit", party: "Les Saules", source },
    { government: "three", person: "lutgan-benoit", party: "Les Peupliers", source },
  ],
);

const LOCKS = "Ministre des Écluses";
const nameOf = (slug: string) => ({ slug, name: slug.toUpperCase() });

testOnEach("a title held twice is one office with a period for each government", async ({ db }) => {
  await store(db, [
    put("LUTGAN Benoît", LOCKS, "2021-03-01"),
    put("LUTGAN Benoît", LOCKS, "2005-03-01"),
    put("LUTGAN Benoît", "Ministre des Phares", "2006-05-05"),
    put("LUTGAN Benoît", "MINISTRE DES ECLUSES", "2007-03-01"),
    put("LUTGAN Benoît", null, "2022-03-01"),
    put("PRÉVAL Maxime", LOCKS, "2011-03-01"),
  ]);
  const reader = createMinisterReader(db, { parliament: PARLIAMENT, governments: GOVERNMENTS });
  const minister = await reader.findMinister("lutgan-benoit");
  assert.deepEqual(minister?.offices, [
    {
      ...{ title: "Ministre des Écluses", firstSeenOn: "2005-03-01", lastSeenOn: "2021-03-01", questions: 3 },
      periods: [
        {
          ...{ government: nameOf("one"), party: "Les Saules" },
          ...{ firstSeenOn: "2005-03-01", lastSeenOn: "2007-03-01", questions: 2 },
        },
        {
          ...{ government: nameOf("three"), party: "Les Peupliers" },
          ...{ firstSeenOn: "2021-03-01", lastSeenOn: "2021-03-01", questions: 1 },
        },
      ],
    },
    {
      ...{ title: "Ministre des Phares", firstSeenOn: "2006-05-05", lastSeenOn: "2006-05-05", questions: 1 },
      periods: [
        {
          ...{ government: nameOf("one"), party: "Les Saules" },
          ...{ firstSeenOn: "2006-05-05", lastSeenOn: "2006-05-05", questions: 1 },
        },
      ],
    },
  ]);
  assert.deepEqual((await reader.listMinisters())[0], minister);
});

testOnEach("days on which it is not known who governed are a period without a government", async ({ db }) => {
  await store(db, [
    put("LUTGAN Benoît", LOCKS, "2003-12-31"),
    put("LUTGAN Benoît", LOCKS, "2009-06-30"),
    put("LUTGAN Benoît", LOCKS, "2009-07-15"),
    put("LUTGAN Benoît", LOCKS, "2009-08-01"),
    put("LUTGAN Benoît", LOCKS, "2016-01-01"),
  ]);
  const reader = createMinisterReader(db, { parliament: PARLIAMENT, governments: GOVERNMENTS });
  const [office] = (await reader.findMinister("lutgan-benoit"))!.offices;
  assert.deepEqual(
    office?.periods.map((period) => [period.firstSeenOn, period.government?.slug ?? null, period.party]),
    [
      ["2003-12-31", null, null],
      ["2009-06-30", "one", "Les Saules"],
      ["2009-07-15", null, null],
      ["2009-08-01", "two", null],
      ["2016-01-01", null, null],
    ],
  );
});

testOnEach("where nothing is known of governments an office has one period", async ({ db }) => {
  await store(db, [put("LUTGAN Benoît", LOCKS, "2003-12-31"), put("LUTGAN Benoît", LOCKS, "2016-01-01")]);
  const governments = createGovernments([], []);
  const [minister] = await createMinisterReader(db, { parliament: PARLIAMENT, governments }).listMinisters();
  const days = { firstSeenOn: "2003-12-31", lastSeenOn: "2016-01-01", questions: 2 };
  const periods = [{ government: null, party: null, ...days }];
  assert.deepEqual(minister?.offices, [{ title: LOCKS, ...days, periods }]);
});

/** Gives a spelling of one person to another, as a reviewed correction does. */
async function moveSpelling(db: Database, name: string, slug: string): Promise<void> {
  await db.execute(sql`
    update person_names set person_id = (select id from persons where slug = ${slug}) where name = ${name}`);
  await db.execute(sql`
    update questions set addressed_to_id = (select id from persons where slug = ${slug}), office_id = null
    where addressed_to_name = ${name}`);
}

testOnEach("a merged name leads to the person it was merged into", async ({ db }) => {
  await store(db, [
    put("LUTGAN Benoît", LOCKS, "2014-02-01"),
    put("LUTGAN-DUBOIS Benoît", null, "2014-02-02"),
  ]);
  await moveSpelling(db, "LUTGAN-DUBOIS Benoît", "lutgan-benoit");
  const { ministers, persons } = readersOf(db);
  for (const slug of ["lutgan-benoit", "lutgan-dubois-benoit"]) {
    assert.equal((await ministers.findMinister(slug))?.questions.total, 2, slug);
    assert.equal((await persons.findPerson("minister", slug))?.slug, "lutgan-benoit", slug);
  }
  assert.equal(await persons.findPerson("author", "lutgan-dubois-benoit"), null);
});

testOnEach("a name of two people is that of the person who has it for slug, or of nobody", async ({ db }) => {
  await store(db, [
    put("PRÉVAL Maxime", LOCKS, "2014-02-01"),
    put("PRÉVAL Maxime père", LOCKS, "2014-02-02"),
    put("PRÉVAL Maxime fils", LOCKS, "2014-02-03"),
  ]);
  await db.execute(sql`update person_names set slug = 'preval-maxime' where slug = 'preval-maxime-pere'`);
  const { ministers, persons } = readersOf(db);
  assert.equal((await persons.findPerson("minister", "preval-maxime"))?.slug, "preval-maxime");
  assert.equal((await ministers.findMinister("preval-maxime"))?.slug, "preval-maxime");

  await db.execute(sql`update persons set slug = 'preval-maxime-fils-2' where slug = 'preval-maxime'`);
  assert.equal(await persons.findPerson("minister", "preval-maxime"), null);
  assert.equal(await ministers.findMinister("preval-maxime"), null);
  assert.deepEqual(
    (await persons.listNamesakes("minister", "preval-maxime")).map(({ slug }) => slug),
    ["preval-maxime-fils-2", "preval-maxime-pere"],
  );
  assert.deepEqual(await persons.listNamesakes("author", "preval-maxime"), []);
  assert.equal((await persons.findPerson("minister", "preval-maxime-pere"))?.name, "PRÉVAL Maxime père");
});

const FACTS = join(projectRoot, "../shared/domain");
const skip = existsSync(FACTS) ? false : "no ../shared beside the project: observed offices not compared";

/** A row of a table of facts, by the names of its columns. */
function rowsOf(file: string): Record<string, string>[] {
  const [names = [], ...rows] = readFileSync(join(FACTS, file), "utf8")
    .trim()
    .split("\n")
    .map((row) => row.split("\t"));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}

/** The questions observed, and one more for each office on its first and its last day; the texts are ours. */
function observedQuestions(): ParsedQuestion[] {
  const observed = rowsOf("observed-questions.tsv").map((row) =>
    aQuestion({
      sourceId: row.iddoc!,
      session: row.session!,
      officialReference: row.official_reference!,
      officialNumber: Number.parseInt(row.official_reference!, 10),
      tabledOn: day(row.tabled_on!),
      askedBy: row.asked_by!,
      addressedTo: { name: row.addressed_to!, office: row.office! },
      answers: isDate(row.answered_on!)
        ? [anAnswer({ answeredOn: day(row.answered_on!), answeredBy: row.answered_by! })]
        : [],
    }),
  );
  const offices = rowsOf("offices-observed.tsv").flatMap(({ name, office, first_seen, last_seen }) =>
    [first_seen!, last_seen!].map((tabledOn) => put(name!, office!, tabledOn)),
  );
  return [...observed, ...offices];
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

suite("the ministers observed on pages of 2004 to 2024", { skip }, () => {
  for (const { engine, fresh } of databaseEngines) {
    test(`are one person each, with their offices and their days (${engine})`, async (t) => {
      const db = await fresh(t);
      await store(db, observedQuestions());
      const found = (await readersOf(db).ministers.listMinisters()).map(({ slug, offices }) => {
        return [slug, offices.map((office) => [slugOf(office.title), office.firstSeenOn, office.lastSeenOn])];
      });
      const observed = Map.groupBy(rowsOf("offices-observed.tsv"), ({ name }) => slugOf(name!));
      const expected = [...observed].map(([slug, rows]) => [
        slug,
        rows.map(({ office, first_seen, last_seen }) => [slugOf(office!), first_seen, last_seen]),
      ]);
      assert.deepEqual(found, expected.sort());
    });

    test(`are told apart, and together, as they should be (${engine})`, async (t) => {
      const db = await fresh(t);
      const curly = rowsOf("offices-observed.tsv").find(({ name }) => name === "JEHOLET Pierre-Yves")!;
      const straight = put(curly.name!, curly.office!.replaceAll("’", "'"), curly.last_seen!);
      await store(db, [...observedQuestions(), straight]);
      const { ministers, persons } = readersOf(db);

      assert.deepEqual((await ministers.findMinister("lutgen-benoit"))?.spellings, [
        "LUTGEN Benoit",
        "LUTGEN Benoît",
      ]);
      assert.ok(await persons.findPerson("minister", "prevot-maxime"));
      assert.ok(await persons.findPerson("author", "prevot-patrick"));
      assert.equal(await persons.findPerson("minister", "prevot-patrick"), null);
      const asMinister = await persons.findPerson("minister", "henry-philippe");
      assert.equal(asMinister?.id, (await persons.findPerson("author", "henry-philippe"))?.id);
      assert.ok(asMinister);
      assert.equal((await ministers.findMinister("jeholet-pierre-yves"))?.offices.length, 1);
    });

    test(`have a period for each government in which they held a title (${engine})`, async (t) => {
      const db = await fresh(t);
      const title = "Ministre-Président du Gouvernement wallon";
      await store(db, [...observedQuestions(), put("DI RUPO Elio", title, "2006-10-10")]);
      const minister = await readersOf(db).ministers.findMinister("di-rupo-elio");
      assert.deepEqual(
        minister?.offices.map(({ periods }) => periods.map((one) => [one.government?.name, one.party])),
        [
          [
            ["Législature 2004-2009", "PS"],
            ["Di Rupo III", "PS"],
          ],
        ],
      );
    });
  }
});
