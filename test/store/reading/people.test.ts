import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const CANALS = "Ministre des Canaux";
const LOCKS = "Ministre des Écluses, chargé de l’Eau";

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

/** An office seen under one government, of which its holder was no known member. */
const seen = (title: string, days: object) => {
  const government = { slug: "demotte-ii", name: "Demotte II" };
  return { title, ...days, periods: [{ government, party: null, ...days }] };
};

const register = [
  put("LUTGAN Benoit", CANALS, "2014-02-03"),
  put("LUTGAN Benoît", LOCKS, "2014-02-05", { answers: [aHoldingAnswer()] }),
  put("Lutgan Benoit", "Ministre des Écluses, chargé de l'Eau", "2014-02-01", { answers: [anAnswer()] }),
  put("LUTGAN Benoît", null, "2014-02-09", {
    answers: [anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" })],
  }),
  put("PRÉVAL Maxime", CANALS, "2014-01-15"),
  put("PREVAL Patrick", CANALS, "2014-01-16", { askedBy: "LUTGAN Benoît" }),
];

testOnEach("spellings of a name meet in one minister, namesakes do not", async ({ db }) => {
  await store(db, register);
  const ministers = await readersOf(db).ministers.listMinisters();
  assert.deepEqual(
    ministers.map(({ slug, name, questions }) => [slug, name, questions.total]),
    [
      ["lutgan-benoit", "LUTGAN Benoît", 4],
      ["preval-maxime", "PRÉVAL Maxime", 1],
      ["preval-patrick", "PREVAL Patrick", 1],
    ],
  );
});

testOnEach(
  "a minister has every spelling, offices by the days of their questions, and counts by state",
  async ({ db }) => {
    await store(db, register);
    const { ministers } = readersOf(db);
    const minister = await ministers.findMinister("lutgan-benoit");
    assert.deepEqual(minister, {
      slug: "lutgan-benoit",
      name: "LUTGAN Benoît",
      spellings: ["LUTGAN Benoit", "LUTGAN Benoît", "Lutgan Benoit"],
      offices: [
        seen(LOCKS, { firstSeenOn: "2014-02-01", lastSeenOn: "2014-02-05", questions: 2 }),
        seen(CANALS, { firstSeenOn: "2014-02-03", lastSeenOn: "2014-02-03", questions: 1 }),
      ],
      questions: { total: 4, open: 1, holding: 1, answered: 1, converted: 1 },
      firstTabledOn: "2014-02-01",
      lastTabledOn: "2014-02-09",
    });
    assert.deepEqual((await ministers.listMinisters())[0], minister);
  },
);

testOnEach("who only asks is no minister, and who only answers for himself no author", async ({ db }) => {
  await store(db, register);
  const { persons, ministers } = readersOf(db);
  assert.equal(await ministers.findMinister("vermeil-odette"), null);
  assert.equal(await persons.findPerson("minister", "vermeil-odette"), null);
  assert.equal(await persons.findPerson("author", "preval-maxime"), null);
  assert.equal((await persons.findPerson("author", "lutgan-benoit"))?.name, "LUTGAN Benoît");
  const slugsOf = async (role: "author" | "minister") =>
    (await persons.listPersons(role)).map(({ slug }) => slug);
  assert.deepEqual(await slugsOf("author"), ["lutgan-benoit", "vermeil-odette"]);
  assert.deepEqual(await slugsOf("minister"), ["lutgan-benoit", "preval-maxime", "preval-patrick"]);
});

testOnEach("ministers and sessions of another parliament stay there", async ({ db }) => {
  await store(db, [register[0]!]);
  await store(db, [register[4]!], { parliament: "elsewhere" });
  const { ministers, sessions, persons } = readersOf(db, "elsewhere");
  assert.deepEqual(
    (await ministers.listMinisters()).map(({ slug }) => slug),
    ["preval-maxime"],
  );
  assert.equal(await ministers.findMinister("lutgan-benoit"), null);
  assert.equal(await persons.findPerson("minister", "lutgan-benoit"), null);
  assert.equal((await sessions.listSessions())[0]?.questions.total, 1);
});

testOnEach("a person is found with the first and the last day of the questions of a role", async ({ db }) => {
  await store(db, register);
  const { persons } = readersOf(db);
  const daysOf = async (role: "author" | "minister", slug: string) => {
    const person = await persons.findPerson(role, slug);
    return [person?.from, person?.to];
  };
  assert.deepEqual(await daysOf("minister", "lutgan-benoit"), ["2014-02-01", "2014-02-09"]);
  assert.deepEqual(await daysOf("author", "lutgan-benoit"), ["2014-01-16", "2014-01-16"]);
  assert.deepEqual(await daysOf("author", "vermeil-odette"), ["2014-01-15", "2014-02-09"]);
});

testOnEach("everybody in a role is listed under every spelling", async ({ db }) => {
  await store(db, register);
  const [lutgan] = await readersOf(db).persons.listPersons("minister");
  assert.deepEqual(lutgan?.spellings, ["LUTGAN Benoit", "LUTGAN Benoît", "Lutgan Benoit"]);
});

testOnEach(
  "an author has every spelling, counts by state, and parties by the days of questions",
  async ({ db }) => {
    await store(db, register);
    await store(db, [
      put("PRÉVAL Maxime", CANALS, "2014-02-20", { askedBy: "Vermeil Odette", answers: [anAnswer()] }),
      put("PRÉVAL Maxime", CANALS, "2014-02-21"),
    ]);
    const party = (name: string, from: string, to: string) =>
      db.execute(sql`
      update questions set asked_by_party = ${name}
      where asked_by_name ilike 'vermeil%' and tabled_on between ${from}::date and ${to}::date`);
    await party("SAULES", "2014-01-01", "2014-02-02");
    await party("Saulès", "2014-02-03", "2014-02-04");
    await party("Peupliers", "2014-02-05", "2014-02-09");
    const { authors } = readersOf(db);
    const author = await authors.findAuthor("vermeil-odette");
    assert.deepEqual(author, {
      slug: "vermeil-odette",
      name: "VERMEIL Odette",
      spellings: ["VERMEIL Odette", "Vermeil Odette"],
      parties: [
        {
          ...{ slug: "saules", name: "Saulès" },
          ...{ firstSeenOn: "2014-01-15", lastSeenOn: "2014-02-03", questions: 3 },
        },
        {
          ...{ slug: "peupliers", name: "Peupliers" },
          ...{ firstSeenOn: "2014-02-05", lastSeenOn: "2014-02-09", questions: 2 },
        },
      ],
      questions: { total: 7, open: 3, holding: 1, answered: 2, converted: 1 },
      firstTabledOn: "2014-01-15",
      lastTabledOn: "2014-02-21",
    });
    assert.deepEqual(
      (await authors.listAuthors()).map(({ slug, parties }) => [slug, parties.length]),
      [
        ["lutgan-benoit", 0],
        ["vermeil-odette", 2],
      ],
    );
    assert.equal(await authors.findAuthor("preval-maxime"), null);
  },
);

testOnEach("a session is found by its name, with its counts", async ({ db }) => {
  await store(db, [register[0]!]);
  const { sessions } = readersOf(db);
  assert.deepEqual([await sessions.findSession("2013-2014")], await sessions.listSessions());
  assert.equal(await sessions.findSession("2012-2013"), null);
  assert.deepEqual(
    [await sessions.hasSession("2013-2014"), await sessions.hasSession("2012-2013")],
    [true, false],
  );
});

testOnEach("sessions come newest first, with their counts and days", async ({ db }) => {
  await store(db, [
    put("LUTGAN Benoît", CANALS, "2009-07-16", { session: "se2009", answers: [anAnswer()] }),
    put("LUTGAN Benoît", CANALS, "2014-02-03"),
    put("LUTGAN Benoît", CANALS, "2013-10-15", { answers: [aHoldingAnswer()] }),
  ]);
  const none = { open: 0, holding: 0, answered: 0, converted: 0 };
  assert.deepEqual(await readersOf(db).sessions.listSessions(), [
    {
      session: "2013-2014",
      questions: { ...none, total: 2, open: 1, holding: 1 },
      firstTabledOn: "2013-10-15",
      lastTabledOn: "2014-02-03",
    },
    {
      session: "se2009",
      questions: { ...none, total: 1, answered: 1 },
      firstTabledOn: "2009-07-16",
      lastTabledOn: "2009-07-16",
    },
  ]);
});

testOnEach("an empty register has no ministers and no sessions", async ({ db }) => {
  const { ministers, sessions, persons } = readersOf(db);
  assert.deepEqual(await ministers.listMinisters(), []);
  assert.deepEqual(await sessions.listSessions(), []);
  assert.deepEqual(await persons.listPersons("minister"), []);
});

testOnEach("parties met on one day have one order, whatever the language of the database", async ({ db }) => {
  const asked = ["Écluses", "canaux", "Ponts"].map((party) => ({
    party,
    question: put("PRÉVAL Maxime", CANALS, "2014-03-05", { askedBy: "GENET Anne" }),
  }));
  await store(
    db,
    asked.map(({ question }) => question),
  );
  for (const { party, question } of asked) {
    await db.execute(
      sql`update questions set asked_by_party = ${party} where official_number = ${question.officialNumber}`,
    );
  }
  const { authors, directory, persons } = readersOf(db);
  const inOrder = ["Ponts", "canaux", "Écluses"];
  const author = await authors.findAuthor("genet-anne");
  const { persons: people } = await directory.readDirectory();
  const person = people.find(({ slug }) => slug === "genet-anne");
  const all = await persons.listParties();
  assert.deepEqual(
    author?.parties.map(({ name }) => name),
    inOrder,
  );
  assert.deepEqual(
    person?.parties.map(({ party }) => party),
    inOrder,
  );
  assert.deepEqual(
    all.map(({ name }) => name),
    inOrder,
  );
});
