import assert from "node:assert/strict";
import { countRows, dumpOf } from "../../helpers/dump.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { aPageOf, aRefusedPage, met } from "../../helpers/taken-pages.ts";

const answered = aQuestion({
  answers: [
    aHoldingAnswer(),
    anAnswer({ attachments: [{ label: "Annexe [PDF]", url: "http://annexes.example/1.pdf" }] }),
  ],
  warnings: [{ code: "heading_repaired", message: "Le mot « Réponse » manque.", text: "du 24/02/2014" }],
});
const pages = [
  aPageOf(answered),
  aPageOf(aQuestion({ sourceId: null, officialNumber: 218 })),
  aRefusedPage("900003"),
];

testOnEach(
  "a first page is new, with one revision and its events in the order of the page",
  async (store) => {
    const [outcome] = await store.pages.savePages([aPageOf(answered)]);
    assert.deepEqual(outcome, { outcome: "new", questionId: "wallonia-900001" });
    const dump = await dumpOf(store.db);
    const [question] = dump.questions!;
    assert.deepEqual(
      [question?.state, question?.firstReplyOn, question?.answeredOn, question?.revision],
      ["answered", "2014-02-18", "2014-02-24", 1],
    );
    assert.deepEqual(
      dump.question_events?.map(({ kind, occurredOn }) => [kind, occurredOn]),
      [
        ["tabled", "2014-02-04"],
        ["holdingAnswer", "2014-02-18"],
        ["answered", "2014-02-24"],
      ],
    );
    assert.deepEqual(
      dump.answers?.map(({ position, kind, text }) => [position, kind, text]),
      answered.answers.map(({ kind, text }, position) => [position, kind, text]),
    );
    assert.deepEqual(
      dump.attachments?.map(({ label, url }) => ({ label, url })),
      answered.answers[1]?.attachments,
    );
    const { sourceId: _id, announcedItems: _count, warnings: _warnings, ...content } = answered;
    assert.deepEqual(
      dump.question_revisions?.map((row) => [row.content, row.changes]),
      [[content, []]],
    );
  },
);

testOnEach("the same pages twice change nothing but when they were last looked at", async (store) => {
  await store.pages.savePages(pages);
  const [before, counts] = [await dumpOf(store.db), await countRows(store.db)];
  const fetchedAt = new Date("2014-03-09T08:00:00Z");
  const again = pages.map((page) => ({ ...page, snapshot: { ...page.snapshot, fetchedAt } }));
  const outcomes = await store.pages.savePages(again);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ["unchanged", "unchanged", "refused"],
  );
  assert.deepEqual(await countRows(store.db), counts);
  const expected = {
    ...before,
    snapshots: before.snapshots?.map((row) => ({ ...row, lastFetchedAt: fetchedAt })),
    questions: before.questions?.map((row) => ({ ...row, fetchedAt })),
  };
  // Of the ledger other tests tell.
  const { source_pages: ledger, ...after } = await dumpOf(store.db);
  assert.deepEqual({ ...after, source_pages: before.source_pages }, expected);
  assert.equal(ledger?.length, before.source_pages?.length);
});

testOnEach("an earlier look that comes later does not set the clock back", async (store) => {
  await store.pages.savePages([aPageOf(answered)]);
  const before = await dumpOf(store.db);
  await store.pages.savePages([aPageOf(answered, { fetchedAt: new Date("2013-01-01T00:00:00Z") })]);
  assert.deepEqual(await dumpOf(store.db), before);
});

testOnEach("known pages are recalled without parsing, and the look is noted", async (store) => {
  const outcomes = await store.pages.savePages(pages);
  const fetchedAt = new Date("2014-03-09T08:00:00Z");
  const recalled = await store.pages.recallPages(pages.map((page) => ({ ...met(page), fetchedAt })));
  assert.deepEqual(
    recalled,
    outcomes.map((outcome) => (outcome.outcome === "new" ? { ...outcome, outcome: "unchanged" } : outcome)),
  );
  const { snapshots, questions } = await dumpOf(store.db);
  assert.ok(snapshots?.every((row) => (row.lastFetchedAt as Date).getTime() === fetchedAt.getTime()));
  assert.ok(questions?.every((row) => (row.fetchedAt as Date).getTime() === fetchedAt.getTime()));
});

testOnEach("unknown bytes, another parser and another id must be parsed", async (store) => {
  await store.pages.savePages([aPageOf(answered)]);
  const known = met(aPageOf(answered));
  const recalled = await store.pages.recallPages([
    { ...known, sha256: "0".repeat(64) },
    { ...known, parserVersion: "2" },
    { ...known, sourceId: "900009" },
    { ...known, sourceId: null },
    known,
    known,
  ]);
  const unchanged = { outcome: "unchanged", questionId: "wallonia-900001" };
  assert.deepEqual(recalled, [null, null, null, null, unchanged, unchanged]);
});

testOnEach("other bytes that say the same are kept, and the question stays as it is", async (store) => {
  await store.pages.savePages([aPageOf(answered)]);
  const [before] = (await dumpOf(store.db)).questions!;
  const framed = aPageOf(answered, { bytes: "the same record in the frame of the site" });
  assert.deepEqual(await store.pages.savePages([framed]), [
    { outcome: "unchanged", questionId: "wallonia-900001" },
  ]);
  const dump = await dumpOf(store.db);
  assert.deepEqual(dump.questions, [before]);
  assert.equal(dump.snapshots?.length, 2);
  assert.deepEqual(await store.pages.recallPages([met(framed)]), [null], "they made no version");
});

testOnEach(
  "another page of the same content fills in what the first did not tell, and takes nothing away",
  async (store) => {
    const warnings = [{ code: "item_count_mismatch", message: "3 éléments annoncés, 1 trouvé." }] as const;
    await store.pages.savePages([aPageOf(aQuestion({ announcedItems: null }))]);
    await store.pages.savePages([aPageOf(aQuestion({ announcedItems: 3, warnings }))]);
    await store.pages.savePages([
      aPageOf(aQuestion({ announcedItems: null, warnings: [] }), { bytes: "third" }),
    ]);
    const [question] = (await dumpOf(store.db)).questions!;
    assert.deepEqual([question?.announcedItems, question?.warnings, question?.revision], [3, warnings, 1]);
  },
);

testOnEach("an empty batch does nothing", async (store) => {
  assert.deepEqual(await store.pages.savePages([]), []);
  assert.deepEqual(await store.pages.recallPages([]), []);
});
