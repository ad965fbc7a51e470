import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Database } from "../../../src/store/database.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const MINISTERS = ["LAMBRECHT Aurore", "OSSELAER Théo", "ABBINGS Renaud", "DU CHÂTELET Émile"];

/** A question of its own number, put to one of the ministers. */
function put(number: number, changes: Partial<ParsedQuestion> = {}): ParsedQuestion {
  return aQuestion({
    sourceId: String(900_000 + number),
    officialNumber: number,
    officialReference: `${number} (2013-2014) 1`,
    addressedTo: { name: MINISTERS[number % MINISTERS.length]!, office: null },
    ...changes,
  });
}

async function twinIds(db: Database, sourceId: string, limit = 50): Promise<string[] | undefined> {
  const found = await readersOf(db).twins.findTwins(sourceId, limit);
  return found?.map(({ question }) => question.sourceId);
}

const LONG_TEXT =
  "Les digues du canal de Brême-sur-Orne ont cédé en trois endroits. Les maraîchers ont perdu leurs semis.\n\n" +
  "Quand les digues seront-elles relevées ? Les maraîchers seront-ils indemnisés, et sur quelle base ? " +
  "Un contrôle régulier des digues est-il organisé ? Qui en est chargé ?";

testOnEach("the same question to another minister is a twin, with its answers", async ({ db }) => {
  await store(db, [put(1), put(2, { answers: [anAnswer()] })]);
  const { twins, questions } = readersOf(db);
  const [twin, ...more] = (await twins.findTwins("900001", 10))!;
  assert.deepEqual(more, []);
  const { questionText: _, ...whole } = (await questions.findQuestion("900002"))!;
  assert.deepEqual(twin, {
    kind: "same",
    score: 1,
    titleLikeness: 1,
    textLikeness: 1,
    relation: "sameDay",
    question: { ...whole, answers: whole.answers.map(({ text: _text, ...answer }) => answer) },
  });
});

testOnEach("twins are found years away, by whomever, under nearly the same title", async ({ db }) => {
  const title = "l'entretien des passerelles du canal à Brême-sur-Orne";
  await store(db, [
    put(1),
    put(2, { tabledOn: day("2004-11-02"), askedBy: "DUCHÊNE Honoré" }),
    put(3, { tabledOn: day("2016-11-02"), askedBy: "DUCHÊNE Honoré", title }),
  ]);
  assert.deepEqual(await twinIds(db, "900001"), ["900002", "900003"]);
});

testOnEach("the text of an author is found again under any title, within 60 days", async ({ db }) => {
  const text = { questionText: LONG_TEXT };
  const titles = ["les semis perdus", "la rupture de trois ouvrages", "une indemnisation attendue"];
  await store(db, [
    put(1, text),
    put(2, { ...text, title: titles[0]!, tabledOn: day("2014-04-05") }),
    put(3, { ...text, title: titles[1]!, tabledOn: day("2014-04-06") }),
    put(4, { ...text, title: titles[2]!, askedBy: "DUCHÊNE Honoré" }),
  ]);
  assert.deepEqual(await twinIds(db, "900001"), ["900002"]);
});

testOnEach("whoever is listed as a twin lists the other one, with the same figures", async ({ db }) => {
  const texts = [LONG_TEXT, `Chacun connaît le canal.\n\n${LONG_TEXT}`, LONG_TEXT.replace("trois", "cinq")];
  const titles = ["les digues du canal", "Les digues du canal.", "la rupture des digues du canal"];
  const questions = Array.from({ length: 24 }, (_, number) =>
    put(number + 1, {
      questionText: texts[number % texts.length]!,
      title: titles[(number * 5) % titles.length]!,
      tabledOn: day(`2014-0${1 + (number % 6)}-1${number % 10}`),
      askedBy: ["VERMEIL Odette", "DUCHÊNE Honoré"][number % 2]!,
    }),
  );
  await store(db, questions);
  const { twins } = readersOf(db);
  const found = new Map<string, number>();
  for (const { sourceId } of questions) {
    for (const { question, score } of (await twins.findTwins(sourceId!, 50))!) {
      assert.notEqual(question.sourceId, sourceId);
      found.set(`${sourceId} ${question.sourceId}`, score);
    }
  }
  assert.ok(found.size >= 100);
  for (const [pair, score] of found)
    assert.equal(found.get(pair.split(" ").reverse().join(" ")), score, pair);
});

testOnEach("as many are given as are wanted, the most alike first", async ({ db }) => {
  await store(db, [put(1), put(2, { title: "l'entretien des passerelles" }), put(3), put(4)]);
  assert.deepEqual(await twinIds(db, "900001", 3), ["900004", "900003", "900002"]);
  assert.deepEqual(await twinIds(db, "900001", 1), ["900004"]);
});

testOnEach("of hundreds of the same title, those nearest in time are compared", async ({ db }) => {
  const dated = (number: number) => day(`2014-01-${String(1 + (number % 28)).padStart(2, "0")}`);
  const sameTitle = Array.from({ length: 130 }, (_, number) =>
    put(number + 10, { askedBy: "DUCHÊNE Honoré", tabledOn: dated(number) }),
  );
  await store(db, [put(1), ...sameTitle]);
  assert.equal((await twinIds(db, "900001", 200))?.length, 60);
});

testOnEach("questions without texts or without words in their titles have no twins", async ({ db }) => {
  await store(db, [
    put(1, { questionText: "" }),
    put(2, { questionText: "" }),
    put(3, { title: "?", questionText: "" }),
    put(4, { title: "?", questionText: "…" }),
  ]);
  for (const id of ["900001", "900002", "900003", "900004"]) assert.deepEqual(await twinIds(db, id), []);
});

testOnEach("a question with impossible dates has twins as any other", async ({ db }) => {
  const early = anAnswer({ answeredOn: day("2013-01-01") });
  await store(db, [put(1, { answers: [early] }), put(2), put(3, { tabledOn: day("9999-12-31") })]);
  assert.deepEqual(await twinIds(db, "900001"), ["900003", "900002"]);
  assert.deepEqual(await twinIds(db, "900003"), ["900002", "900001"]);
});

testOnEach("a question not yet made ready for searching is found by its author alone", async ({ db }) => {
  await store(db, [put(1), put(2), put(3, { askedBy: "DUCHÊNE Honoré" })]);
  await db.execute(sql`update questions set title_words = null`);
  assert.deepEqual(await twinIds(db, "900001"), ["900002"]);
});

testOnEach("no twins are told of a question nobody stored, or of another parliament", async ({ db }) => {
  await store(db, [put(1)], { parliament: "elsewhere" });
  assert.equal(await readersOf(db).twins.findTwins("900001", 10), null);
  await store(db, [put(1)]);
  assert.deepEqual(await readersOf(db, PARLIAMENT).twins.findTwins("900001", 10), []);
});
