import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { questionEvents } from "../../../src/store/schema/index.ts";
import type { TakenPage } from "../../../src/store/page-store.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import { aPageOf, aRefusedPage } from "../../helpers/taken-pages.ts";

const question = aQuestion();
const answer = anAnswer();

/** A page as it is kept: packed. */
const packed = (page: TakenPage, bytes: string | Buffer): TakenPage => ({
  ...page,
  snapshot: { ...page.snapshot, content: gzipSync(bytes) },
});

testOnEach(
  "the history of a question has every version, its page, its changes and its events",
  async ({ db }) => {
    await store(db, [question]);
    const later = new Date("2014-03-03T10:00:00Z");
    await store(db, [{ ...question, answers: [answer] }], { now: later });
    const history = await readersOf(db).revisions.findHistory("900001");
    assert.deepEqual(history?.modifiedAt, later);
    const [first, second] = [question, { ...question, answers: [answer] }].map(
      (one) => aPageOf(one).snapshot,
    );
    const pageOf = ({ sha256, location, fetchedAt, byteLength }: TakenPage["snapshot"]) => ({
      sha256,
      location,
      fetchedAt,
      byteLength,
    });
    assert.deepEqual(
      history.revisions.map(({ events, ...revision }) => ({
        ...revision,
        events: events.map(({ id: _, ...event }) => event),
      })),
      [
        {
          revision: 1,
          recordedAt: new Date("2014-03-02T09:30:00Z"),
          parserVersion: "1",
          snapshot: pageOf(first!),
          changes: [],
          events: [
            { kind: "tabled", occurredOn: "2014-02-04", recordedAt: new Date("2014-03-02T09:30:00Z") },
          ],
        },
        {
          revision: 2,
          recordedAt: later,
          parserVersion: "1",
          snapshot: pageOf(second!),
          changes: [{ kind: "answerAdded", path: "answers[0]", before: null, after: answer }],
          events: [{ kind: "answered", occurredOn: "2014-02-24", recordedAt: later }],
        },
      ],
    );
  },
);

testOnEach(
  "an event without a version of its own is told with the version that stood, and dates the history",
  async ({ db }) => {
    await store(db, [question]);
    const { questions, revisions } = readersOf(db);
    const { id: questionId } = (await questions.findQuestion("900001"))!;
    const recordedAt = new Date("2014-03-04T08:00:00Z");
    const gone = {
      parliament: PARLIAMENT,
      questionId,
      revision: 1,
      kind: "disappeared",
      recordedAt,
    } as const;
    await db.insert(questionEvents).values(gone);
    const history = await revisions.findHistory("900001");
    assert.deepEqual(
      history?.revisions[0]?.events.map(({ kind }) => kind),
      ["tabled", "disappeared"],
    );
    assert.deepEqual(history.modifiedAt, recordedAt);
  },
);

testOnEach("a question nobody stored, or another parliament did, has no history", async ({ db }) => {
  await store(db, [question], { parliament: "elsewhere" });
  assert.equal(await readersOf(db).revisions.findHistory("900001"), null);
});

testOnEach("a page comes back byte for byte", async ({ db, pages }) => {
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 0x00, 0xff, 0x0d, 0x0a]);
  const page = packed(aPageOf(question), bytes);
  await pages.savePages([page]);
  const { snapshots } = readersOf(db);
  assert.deepEqual(await snapshots.findPage("900001", page.snapshot.sha256), bytes);
  assert.equal(await snapshots.findPage("900001", "0".repeat(64)), null);
  assert.equal(await snapshots.findPage("900002", page.snapshot.sha256), null);
  assert.equal(await readersOf(db, "elsewhere").snapshots.findPage("900001", page.snapshot.sha256), null);
});

testOnEach(
  "a page that was refused is kept under its id, whether or not a question has it",
  async ({ db, pages }) => {
    const refused = packed(aRefusedPage("31"), "refusée");
    await pages.savePages([refused]);
    const found = await readersOf(db).snapshots.findPage("31", refused.snapshot.sha256);
    assert.equal(found?.toString(), "refusée");
  },
);

testOnEach(
  "a page that did not tell its id is one of the question that was read from it",
  async ({ db, pages }) => {
    const unnumbered = packed(aPageOf(aQuestion({ sourceId: null })), "sans numéro");
    await pages.savePages([unnumbered]);
    const { snapshots } = readersOf(db);
    const found = async (sourceId: string) =>
      (await snapshots.findPage(sourceId, unnumbered.snapshot.sha256))?.toString() ?? null;
    assert.equal(await found("ref-2013-2014-lambrecht-aurore-217"), "sans numéro");
    assert.equal(await found("900001"), null);
    await pages.savePages([packed(aPageOf(question), "numérotée")]);
    assert.equal(await found("900001"), "sans numéro");
    assert.equal(await found("900002"), null);
  },
);
