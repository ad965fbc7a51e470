import assert from "node:assert/strict";
import { dumpOf } from "../../helpers/dump.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { aPageOf, met } from "../../helpers/taken-pages.ts";

const answered = aQuestion({ answers: [anAnswer()] });
const cut = (text: string) => text.slice(0, text.length / 2);

const POORER = [
  ["an answer gone", aQuestion(), /il y manque la réponse du 24\/02\/2014\.$/],
  ["a title cut short", { ...answered, title: cut(answered.title) }, /la fin du titre/],
  [
    "a question cut short",
    { ...answered, questionText: cut(answered.questionText) },
    /la fin du texte de la question/,
  ],
  [
    "an answer cut short",
    { ...answered, answers: [anAnswer({ text: cut(anAnswer().text) })] },
    /la fin du texte de la réponse du 24\/02\/2014/,
  ],
] as const;

for (const [what, question, message] of POORER) {
  for (const origin of ["file", "source"] as const) {
    testOnEach(`a page with ${what} replaces nothing (from a ${origin})`, async ({ db, pages }) => {
      await pages.savePages([aPageOf(answered)]);
      const before = await dumpOf(db);
      const page = aPageOf(question, { origin, fetchedAt: new Date("2014-06-01T00:00:00Z") });
      const [outcome] = await pages.savePages([page]);
      assert.equal(outcome?.outcome, "poorer");
      assert.match(outcome?.outcome === "poorer" ? outcome.message : "", message);

      const { snapshots, refusals, source_pages: _ledger, ...after } = await dumpOf(db);
      const { snapshots: _snapshots, refusals: _refusals, source_pages: _looks, ...untouched } = before;
      assert.deepEqual(after, untouched, "readers see what they saw");
      assert.equal(snapshots?.length, 2, "the page is kept");
      assert.deepEqual(
        refusals?.map(({ code, snapshotId }) => [code, snapshotId]),
        [["poorer_page", snapshots?.[1]?.id]],
      );
    });
  }
}

testOnEach("a page of another question under a known id replaces nothing", async ({ db, pages }) => {
  await pages.savePages([aPageOf(answered)]);
  const before = (await dumpOf(db)).questions;
  const another = aQuestion({
    title: "le curage du bief",
    officialReference: "9 (2013-2014) 1",
    officialNumber: 9,
    tabledOn: day("2014-03-11"),
    askedBy: "NOIRFALISE Odon",
    answers: [anAnswer()],
  });
  const [outcome] = await pages.savePages([aPageOf(another)]);
  assert.equal(outcome?.outcome, "poorer");
  assert.match(
    outcome?.outcome === "poorer" ? outcome.message : "",
    /autre question \(n° 9 \(2013-2014\) 1 du 11/,
  );
  assert.deepEqual((await dumpOf(db)).questions, before);
});

testOnEach(
  "of a cut page that brings an answer, the answer is taken and the rest stays whole",
  async (store) => {
    await store.pages.savePages([aPageOf(aQuestion())]);
    const page = { ...answered, questionText: cut(answered.questionText) };
    const [outcome] = await store.pages.savePages([aPageOf(page)]);
    assert.equal(outcome?.outcome, "changed");
    const { questions, answers } = await dumpOf(store.db);
    assert.equal(questions?.[0]?.["questionText"], answered.questionText);
    assert.equal(answers?.length, 1);
  },
);

testOnEach("a poorer page is recalled as such, unless the site shows it now", async ({ pages }) => {
  const page = aPageOf(aQuestion());
  const [, outcome] = await pages.savePages([aPageOf(answered), page]);
  assert.deepEqual(await pages.recallPages([met(page)]), [outcome]);
  assert.deepEqual(await pages.recallPages([{ ...met(page), origin: "source" }]), [null]);
});

testOnEach(
  "a poorer page that a later parser reads whole is taken over, and its refusal forgotten",
  async (store) => {
    const { db, pages } = store;
    const whole = { ...answered, questionText: `${answered.questionText}\n\nEt à quel prix ?` };
    await pages.savePages([aPageOf(answered)]);
    await pages.savePages([aPageOf(aQuestion(), { bytes: "second", parserVersion: "1" })]);
    const [outcome] = await pages.savePages([aPageOf(whole, { bytes: "second", parserVersion: "2" })]);
    assert.equal(outcome?.outcome, "changed");
    assert.deepEqual((await dumpOf(db)).refusals, []);
  },
);

const retitled = { ...answered, title: "la fermeture des passerelles" };

testOnEach("a file that shows an earlier version does not bring it back", async ({ db, pages }) => {
  await pages.savePages([aPageOf(answered)]);
  await pages.savePages([aPageOf(retitled)]);
  const [outcome] = await pages.savePages([aPageOf(answered)]);
  assert.equal(outcome?.outcome, "poorer");
  assert.match(outcome?.outcome === "poorer" ? outcome.message : "", /version antérieure .*\(la version 1\)/);
  const dump = await dumpOf(db);
  assert.deepEqual([dump.questions?.[0]?.title, dump.questions?.[0]?.revision], [retitled.title, 2]);
  assert.equal(dump.question_events?.length, 3);
});

testOnEach(
  "nor does another file of the same content, or the same file read by a mended parser",
  async ({ db, pages }) => {
    await pages.savePages([aPageOf(answered, { bytes: "first" }), aPageOf(retitled)]);
    const mended = { ...answered, questionText: `${answered.questionText} Et les autres ?` };
    const outcomes = await pages.savePages([
      aPageOf(answered, { bytes: "first, in another frame" }),
      aPageOf(mended, { bytes: "first", parserVersion: "2" }),
    ]);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ["poorer", "poorer"],
    );
    assert.equal((await dumpOf(db)).questions?.[0]?.title, retitled.title);
  },
);

testOnEach("the site may change back what it published", async ({ db, pages }) => {
  await pages.savePages([aPageOf(answered), aPageOf(retitled)]);
  const [outcome] = await pages.savePages([aPageOf(answered, { origin: "source" })]);
  assert.equal(outcome?.outcome, "changed");
  const dump = await dumpOf(db);
  assert.deepEqual([dump.questions?.[0]?.title, dump.questions?.[0]?.revision], [answered.title, 3]);
  assert.equal(dump.question_events?.at(-1)?.kind, "corrected");
  assert.deepEqual(dump.refusals, []);
});

testOnEach(
  "a holding answer that gave way to the answer is no loss, but losing the answer for it is",
  async (store) => {
    const { pages } = store;
    const holding = aQuestion({ answers: [aHoldingAnswer()] });
    const outcomes = await pages.savePages([aPageOf(holding), aPageOf(answered), aPageOf(holding)]);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ["new", "changed", "poorer"],
    );
  },
);
