import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { countRows, dumpOf } from "../../helpers/dump.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { aQuestion } from "../../helpers/questions.ts";
import { aPageOf, aRefusedPage, met } from "../../helpers/taken-pages.ts";

testOnEach("a refused page is kept with its reason", async ({ db, pages }) => {
  const page = aRefusedPage("900001", { parserVersion: "1" });
  const outcomes = await pages.savePages([page]);
  assert.deepEqual(outcomes, [
    { outcome: "refused", code: "incomplete", message: "La date de dépôt manque." },
  ]);
  assert.deepEqual(await pages.recallPages([met(page)]), outcomes);
  const { snapshots, refusals, source_pages: ledger, ...rest } = await dumpOf(db);
  assert.deepEqual(
    [snapshots?.length, gunzipSync(snapshots?.[0]?.content as Uint8Array).toString()],
    [1, "900001"],
  );
  assert.deepEqual(
    refusals?.map(({ snapshotId, code, parserVersion }) => [snapshotId, code, parserVersion]),
    [[snapshots?.[0]?.id, "incomplete", "1"]],
  );
  assert.deepEqual(
    ledger?.map(({ sourceNumber, status, code, snapshotId }) => [sourceNumber, status, code, snapshotId]),
    [[900001, "refused", "incomplete", snapshots?.[0]?.id]],
  );
  assert.ok(Object.values(rest).every((rows) => rows.length === 0));
});

testOnEach("a later parser may refuse it for another reason", async ({ db, pages }) => {
  await pages.savePages([aRefusedPage("900001", { parserVersion: "1" })]);
  const again = aRefusedPage("900001", { parserVersion: "2", code: "not_a_question" });
  assert.deepEqual(await pages.recallPages([met(again)]), [null]);
  await pages.savePages([again]);
  const { refusals } = await dumpOf(db);
  assert.deepEqual(
    refusals?.map(({ code, parserVersion }) => [code, parserVersion]),
    [["not_a_question", "2"]],
  );
});

testOnEach(
  "a page refused and then read by a later parser is a question like any other",
  async ({ db, pages }) => {
    await pages.savePages([aRefusedPage("900001", { bytes: "page", parserVersion: "1" })]);
    const page = aPageOf(aQuestion(), { bytes: "page", parserVersion: "2" });
    assert.deepEqual(await pages.savePages([page]), [{ outcome: "new", questionId: "wallonia-900001" }]);
    const counts = await countRows(db);
    assert.deepEqual([counts.refusals, counts.snapshots, counts.questions], [0, 1, 1]);
    assert.deepEqual(await pages.recallPages([met(page)]), [
      { outcome: "unchanged", questionId: "wallonia-900001" },
    ]);
  },
);

testOnEach("a refused page leaves the question it belongs to as it is", async ({ db, pages }) => {
  await pages.savePages([aPageOf(aQuestion())]);
  const { questions } = await dumpOf(db);
  await pages.savePages([aRefusedPage("900001", { fetchedAt: new Date("2014-06-01T00:00:00Z") })]);
  assert.deepEqual((await dumpOf(db)).questions, questions);
});

testOnEach("of the same bytes twice in a batch the last word is kept", async ({ db, pages }) => {
  const refused = aRefusedPage("900001", { bytes: "page", parserVersion: "1" });
  const read = aPageOf(aQuestion(), { bytes: "page", parserVersion: "2" });
  await pages.savePages([refused, read]);
  const { snapshots, refusals } = await dumpOf(db);
  assert.deepEqual([snapshots?.map(({ parserVersion }) => parserVersion), refusals], [["2"], []]);
});

testOnEach(
  "pages without an id that hold nothing are kept once for the same bytes",
  async ({ db, pages }) => {
    await pages.savePages([aRefusedPage(null, { bytes: "a" }), aRefusedPage(null, { bytes: "b" })]);
    await pages.savePages([aRefusedPage(null, { bytes: "a" }), aRefusedPage(null, { bytes: "a" })]);
    const counts = await countRows(db);
    assert.deepEqual([counts.snapshots, counts.refusals], [2, 2]);
  },
);
