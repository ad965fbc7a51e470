import assert from "node:assert/strict";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const question = aQuestion({
  title: "l’écluse n° 4 <b>& ses portes</b>",
  answers: [
    aHoldingAnswer(),
    anAnswer({
      attachments: [
        { label: "Plan [PDF]", url: "http://annexes.example/plan.pdf" },
        { label: "Devis [PDF]", url: null },
      ],
    }),
    anAnswer({ kind: "authorNote", answeredBy: "VERMEIL Odette" }),
  ],
  warnings: [{ code: "unknown_heading", message: "Un titre inconnu", text: "Précision" }],
});

testOnEach("a question comes back whole, word for word", async ({ db }) => {
  await store(db, [question]);
  const found = await readersOf(db).questions.findQuestion("900001");
  assert.ok(found);
  const { id, answers, ...rest } = found;
  assert.equal(typeof id, "number");
  assert.deepEqual(rest, {
    sourceId: "900001",
    title: question.title,
    session: "2013-2014",
    year: 2014,
    officialReference: "217 (2013-2014) 1",
    officialNumber: 217,
    tabledOn: "2014-02-04",
    askedBy: { name: "VERMEIL Odette", slug: "vermeil-odette", party: null },
    addressedTo: {
      name: "LAMBRECHT Aurore",
      slug: "lambrecht-aurore",
      office: "Ministre des Passerelles et des Écluses",
    },
    state: "answered",
    firstReplyOn: "2014-02-18",
    answeredOn: "2014-02-24",
    delayDoubt: null,
    answerDueOn: "2014-02-25",
    answerRuleId: "wallonia-indicative-15-working-days",
    questionText: question.questionText,
    warnings: question.warnings,
    fetchedAt: new Date("2014-03-01T08:00:00Z"),
    modifiedAt: new Date("2014-03-02T09:30:00Z"),
    revision: 1,
  });
  assert.deepEqual(
    answers.map(({ answeredBy, nature: _, natureEvidence: _evidence, ...answer }) => ({
      ...answer,
      answeredBy: answeredBy.name,
    })),
    question.answers,
  );
  assert.deepEqual(
    answers.map(({ nature, natureEvidence }) => [nature, natureEvidence]),
    [
      ["holding", ["Réponse provisoire"]],
      ["substantive", []],
      [null, []],
    ],
  );
});

testOnEach("names stay verbatim where the page spells them in its own way", async ({ db }) => {
  const addressedTo = { name: "Lambrecht Aurore", office: null };
  await store(db, [aQuestion(), aQuestion({ sourceId: "900002", officialNumber: 2, addressedTo })]);
  const found = await readersOf(db).questions.findQuestion("900002");
  assert.deepEqual(found?.addressedTo, { name: "Lambrecht Aurore", slug: "lambrecht-aurore", office: null });
});

testOnEach(
  "a question that came without its number is found under the number, and by its former id",
  async ({ db }) => {
    const former = "ref-2013-2014-lambrecht-aurore-217";
    await store(db, [aQuestion({ sourceId: null })]);
    const { questions } = readersOf(db);
    assert.equal((await questions.findQuestion(former))?.officialNumber, 217);
    assert.equal(await questions.findPresentId(former), null);
    await store(db, [aQuestion()]);
    assert.equal(await questions.findQuestion(former), null);
    assert.equal(await questions.findPresentId(former), "900001");
    assert.ok(await questions.findQuestion("900001"));
  },
);

testOnEach("a question nobody stored is null", async ({ db }) => {
  const { questions } = readersOf(db);
  assert.equal(await questions.findQuestion("1"), null);
  assert.equal(await questions.findPresentId("1"), null);
});
