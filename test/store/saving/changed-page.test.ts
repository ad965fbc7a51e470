import assert from "node:assert/strict";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Database } from "../../../src/store/database.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { dumpOf } from "../../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";

const LATER = new Date("2014-05-03T10:00:00Z");
const open = aQuestion();
const holding = aQuestion({ answers: [aHoldingAnswer()] });
const answered = aQuestion({ answers: [anAnswer()], announcedItems: 2 });

/** Saves a page as it would come two months after the others. */
const saveLater = (db: Database, question: ParsedQuestion, arrival: Parameters<typeof aPageOf>[1] = {}) =>
  createPageStore(db, { parliament: PARLIAMENT, now: () => LATER }).savePages([
    aPageOf(question, { fetchedAt: LATER, ...arrival }),
  ]);

const eventsIn = (dump: Awaited<ReturnType<typeof dumpOf>>) =>
  dump.question_events?.map(({ revision, kind, occurredOn }) => [revision, kind, occurredOn]);

testOnEach(
  "a changed page makes a revision and an event, and readers see what it says now",
  async ({ db, pages }) => {
    await pages.savePages([aPageOf(open)]);
    assert.deepEqual(await saveLater(db, answered), [{ outcome: "changed", questionId: "wallonia-900001" }]);
    const dump = await dumpOf(db);
    const [question] = dump.questions!;
    assert.deepEqual(
      [question?.revision, question?.state, question?.answeredOn, question?.announcedItems],
      [2, "answered", "2014-02-24", 2],
    );
    assert.deepEqual([question?.fetchedAt, question?.modifiedAt], [LATER, LATER]);
    assert.equal(question?.snapshotId, dump.snapshots?.[1]?.id);
    assert.deepEqual(
      dump.answers?.map(({ position, kind }) => [position, kind]),
      [[0, "answer"]],
    );
    assert.deepEqual(eventsIn(dump), [
      [1, "tabled", "2014-02-04"],
      [2, "answered", "2014-02-24"],
    ]);
    const [first, second] = dump.question_revisions!;
    assert.deepEqual([first?.recordedAt, second?.recordedAt], [NOW, LATER]);
    assert.deepEqual(second?.changes, [
      { kind: "answerAdded", path: "answers[0]", before: null, after: anAnswer() },
    ]);
    const { sourceId: _id, announcedItems: _count, warnings: _warnings, ...content } = answered;
    assert.deepEqual(second?.content, content);
  },
);

testOnEach(
  "answers and annexes of the version before are gone from what readers see",
  async ({ db, pages }) => {
    const annex = (n: number) => ({ label: `Annexe ${n}`, url: `http://annexes.example/${n}.pdf` });
    const before = [aHoldingAnswer({ attachments: [annex(1)] })];
    const after = [
      anAnswer({ attachments: [annex(2), annex(3)] }),
      anAnswer({ answeredOn: day("2014-03-10") }),
    ];
    await pages.savePages([aPageOf(aQuestion({ answers: before }))]);
    await saveLater(db, aQuestion({ answers: after }));
    const dump = await dumpOf(db);
    assert.deepEqual(
      dump.answers?.map(({ answeredOn }) => answeredOn),
      ["2014-02-24", "2014-03-10"],
    );
    assert.deepEqual(
      dump.attachments?.map(({ label, position }) => [label, position]),
      [
        ["Annexe 2", 0],
        ["Annexe 3", 1],
      ],
    );
  },
);

testOnEach("a holding answer that gave way still stopped the first clock", async ({ db, pages }) => {
  await pages.savePages([aPageOf(holding)]);
  await saveLater(db, answered);
  await saveLater(db, { ...answered, title: "la fermeture des passerelles du canal" });
  const dump = await dumpOf(db);
  const [question] = dump.questions!;
  assert.deepEqual(
    [question?.firstReplyOn, question?.answeredOn, question?.revision],
    ["2014-02-18", "2014-02-24", 3],
  );
  assert.deepEqual(eventsIn(dump), [
    [1, "tabled", "2014-02-04"],
    [1, "holdingAnswer", "2014-02-18"],
    [2, "answered", "2014-02-24"],
    [3, "corrected", null],
  ]);
});

testOnEach("the author's note converts a question", async ({ db, pages }) => {
  await pages.savePages([aPageOf(open)]);
  await saveLater(db, aQuestion({ answers: [anAnswer({ kind: "authorNote", answeredBy: open.askedBy })] }));
  const dump = await dumpOf(db);
  assert.equal(dump.questions?.[0]?.state, "converted");
  assert.deepEqual(eventsIn(dump)?.at(-1), [2, "converted", "2014-02-24"]);
});

testOnEach(
  "the text rendering of a page, spaced otherwise and without links, changes nothing",
  async ({ db, pages }) => {
    const annex = { label: "Annexe [PDF]", url: "http://annexes.example/1.pdf" };
    const html = aQuestion({ answers: [anAnswer({ attachments: [annex] })] });
    const text = aQuestion({
      questionText: html.questionText.replaceAll("\n\n", "\n"),
      answers: [anAnswer({ attachments: [{ ...annex, url: null }] })],
    });
    await pages.savePages([aPageOf(html)]);
    const { questions, question_revisions: revisions } = await dumpOf(db);
    const [outcome] = await pages.savePages([aPageOf(text)]);
    assert.equal(outcome?.outcome, "unchanged");
    const after = await dumpOf(db);
    assert.deepEqual([after.questions, after.question_revisions], [questions, revisions]);
  },
);

testOnEach("a page that gives the minister's name alone leaves the office known", async ({ db, pages }) => {
  await pages.savePages([aPageOf(open)]);
  const nameAlone = aQuestion({ addressedTo: { ...open.addressedTo, office: null } });
  const [first] = await pages.savePages([aPageOf(nameAlone)]);
  assert.equal(first?.outcome, "unchanged");
  await saveLater(db, { ...nameAlone, answers: [anAnswer()] });
  const [question] = (await dumpOf(db)).questions!;
  assert.deepEqual([question?.addressedToOffice, question?.revision], [open.addressedTo.office, 2]);
});

testOnEach(
  "an annex address learnt later completes the question and corrects nothing",
  async ({ db, pages }) => {
    const annexed = (url: string | null) =>
      aQuestion({ answers: [anAnswer({ attachments: [{ label: "Annexe", url }] })] });
    await pages.savePages([aPageOf(annexed(null))]);
    await saveLater(db, annexed("http://annexes.example/1.pdf"));
    const dump = await dumpOf(db);
    assert.equal(dump.attachments?.[0]?.url, "http://annexes.example/1.pdf");
    assert.equal(dump.questions?.[0]?.revision, 2);
    assert.deepEqual(
      eventsIn(dump)?.filter(([, kind]) => kind === "corrected"),
      [],
    );
  },
);

testOnEach(
  "what a mended parser reads in the same bytes is stored, and nobody is told of a correction",
  async (store) => {
    const { db, pages } = store;
    const misread = aQuestion({
      questionText: `${open.questionText}\n\nHaut de page`,
      answers: [anAnswer({ kind: "holdingAnswer", answeredOn: day("2014-02-23") })],
    });
    await pages.savePages([aPageOf(misread, { bytes: "page", parserVersion: "1" })]);
    const [outcome] = await saveLater(db, answered, { bytes: "page", parserVersion: "2" });
    assert.equal(outcome?.outcome, "changed");
    const dump = await dumpOf(db);
    const [question] = dump.questions!;
    assert.equal(question?.questionText, open.questionText);
    assert.deepEqual(
      [question?.firstReplyOn, question?.state],
      ["2014-02-24", "answered"],
      "no misread date is carried",
    );
    assert.deepEqual(eventsIn(dump)?.slice(2), [[2, "answered", "2014-02-24"]]);
    assert.equal(dump.snapshots?.length, 1);
    assert.deepEqual(
      dump.question_revisions?.map(({ parserVersion }) => parserVersion),
      ["1", "2"],
    );
  },
);

testOnEach("a mended parser has the last word on warnings too", async ({ db, pages }) => {
  const warned = aQuestion({ warnings: [{ code: "unknown_heading", message: "« Réponse du 24 »" }] });
  await pages.savePages([aPageOf(warned, { bytes: "page", parserVersion: "1" })]);
  const [outcome] = await pages.savePages([aPageOf(open, { bytes: "page", parserVersion: "2" })]);
  assert.equal(outcome?.outcome, "unchanged");
  const dump = await dumpOf(db);
  assert.deepEqual(dump.questions?.[0]?.warnings, []);
  assert.equal(dump.snapshots?.[0]?.parserVersion, "2");
});
