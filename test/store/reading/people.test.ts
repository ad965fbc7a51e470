import assert from "node:assert/strict";
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
