import assert from "node:assert/strict";
import { createPageStore } from "../../../src/store/page-store.ts";
import { createIngestRuns } from "../../../src/store/ingest-runs.ts";
import { NOW, PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";

const FROM_THE_START = { after: 0, limit: 100 };

testOnEach("what happened is told in order, each with its question as it stands now", async ({ db }) => {
  await store(db, [aQuestion({ answers: [aHoldingAnswer()] })]);
  const later = new Date("2014-03-03T10:00:00.250Z");
  const title = "l'entretien de toutes les passerelles du canal de Brême-sur-Orne";
  await store(db, [aQuestion({ title, answers: [aHoldingAnswer(), anAnswer()] })], { now: later });
  const { events } = readersOf(db);
  const { items, hasMore } = await events.listEvents(FROM_THE_START);
  const question = { sourceId: "900001", title };
  const first = { recordedAt: new Date("2014-03-02T09:30:00Z"), revision: 1, question };
  const second = { recordedAt: later, revision: 2, question };
  assert.deepEqual(
    items.map(({ id: _, ...event }) => event),
    [
      { kind: "tabled", occurredOn: "2014-02-04", ...first },
      { kind: "holdingAnswer", occurredOn: "2014-02-18", ...first },
      { kind: "answered", occurredOn: "2014-02-24", ...second },
      { kind: "corrected", occurredOn: null, ...second },
    ],
  );
  assert.ok(items.every(({ id }, i) => id > (items[i - 1]?.id ?? 0)));
  assert.equal(hasMore, false);
  assert.deepEqual(await events.findNewestInstant(), later);
});

testOnEach("pages lead on by the last id, and end where nothing more has happened", async ({ db }) => {
  const { events } = readersOf(db);
  assert.deepEqual(await events.listEvents(FROM_THE_START), { items: [], hasMore: false });
  assert.equal(await events.findNewestInstant(), null);
  const many = Array.from({ length: 7 }, (_, i) =>
    aQuestion({ sourceId: String(i + 1), officialNumber: i + 1 }),
  );
  await store(db, many);
  const seen: string[] = [];
  let after = 0;
  for (let goesOn = true; goesOn;) {
    const { items, hasMore } = await events.listEvents({ after, limit: 3 });
    seen.push(...items.map(({ question }) => question.sourceId));
    after = items.at(-1)!.id;
    goesOn = hasMore;
  }
  assert.deepEqual(seen, ["1", "2", "3", "4", "5", "6", "7"]);
  assert.deepEqual(await events.listEvents({ after, limit: 3 }), { items: [], hasMore: false });
});

testOnEach("kinds pick events out, and whether there are more is of these", async ({ db }) => {
  await store(db, [
    aQuestion({ sourceId: "1", officialNumber: 1, answers: [anAnswer()] }),
    aQuestion({ sourceId: "2", officialNumber: 2, answers: [aHoldingAnswer()] }),
    aQuestion({ sourceId: "3", officialNumber: 3, answers: [anAnswer()] }),
  ]);
  const { events } = readersOf(db);
  const kindsOf = async (kinds: readonly ("answered" | "holdingAnswer" | "disappeared")[], limit: number) => {
    const { items, hasMore } = await events.listEvents({ after: 0, limit, kinds });
    return [items.map(({ kind, question }) => `${kind} ${question.sourceId}`), hasMore];
  };
  assert.deepEqual(await kindsOf(["answered"], 1), [["answered 1"], true]);
  assert.deepEqual(await kindsOf(["answered"], 2), [["answered 1", "answered 3"], false]);
  assert.deepEqual(await kindsOf(["holdingAnswer", "answered"], 9), [
    ["answered 1", "holdingAnswer 2", "answered 3"],
    false,
  ]);
  assert.deepEqual(await kindsOf(["disappeared"], 9), [[], false]);
});

testOnEach("the ids of samples are not given again to real events", async ({ db, pages }) => {
  const context = { parliament: PARLIAMENT, now: () => NOW };
  await createIngestRuns(db, context).start("samples");
  await createPageStore(db, { ...context, samples: true }).savePages([
    aPageOf(aQuestion({ sourceId: "9900001" })),
  ]);
  const { events } = readersOf(db);
  const sample = (await events.listEvents(FROM_THE_START)).items[0]!;
  await pages.savePages([aPageOf(aQuestion())]);
  const { items } = await events.listEvents({ after: sample.id, limit: 10 });
  assert.deepEqual(
    items.map(({ question }) => question.sourceId),
    ["900001"],
  );
  assert.deepEqual((await events.listEvents(FROM_THE_START)).items, items);
});

testOnEach("another parliament's events are not told", async ({ db }) => {
  await store(db, [aQuestion()], { parliament: "elsewhere" });
  const { events } = readersOf(db);
  assert.deepEqual(await events.listEvents(FROM_THE_START), { items: [], hasMore: false });
  assert.equal(await events.findNewestInstant(), null);
});
