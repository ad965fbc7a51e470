import assert from "node:assert/strict";
import { ConflictError } from "../../src/errors.ts";
import type { Database } from "../../src/store/database.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { createSamples } from "../../src/store/samples.ts";
import { countRows, dumpOf } from "../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../helpers/questions.ts";
import { aPageOf, aRefusedPage } from "../helpers/taken-pages.ts";

const options = { parliament: PARLIAMENT, now: () => NOW };
const annex = { label: "Annexe", url: null };
const fiction = [
  aPageOf(aQuestion({ sourceId: null })),
  aPageOf(aQuestion({ answers: [anAnswer({ attachments: [annex] })] })),
  aRefusedPage("900003"),
];
const real = aPageOf(aQuestion({ sourceId: "55877", askedBy: "DUCHÊNE Honoré" }));

async function loadSamples(db: Database, parliament = PARLIAMENT) {
  await createIngestRuns(db, { ...options, parliament }).start("samples");
  return createPageStore(db, { ...options, parliament, samples: true }).savePages(fiction);
}

testOnEach("an empty database may show samples", async ({ db }) => {
  const samples = createSamples(db, options);
  assert.deepEqual([await samples.isEmpty(), await samples.present()], [true, false]);
  const outcomes = await loadSamples(db);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ["new", "changed", "refused"],
  );
  assert.deepEqual([await samples.isEmpty(), await samples.present()], [false, true]);
});

testOnEach("the first real page takes all samples away with it, in every table", async ({ db, pages }) => {
  await loadSamples(db);
  // Of the site itself nothing is known: samples are under ids that it never gave.
  const {
    source_pages: ledger,
    source_states: states,
    derivation_states: derivations,
    ...filled
  } = await countRows(db);
  assert.deepEqual([ledger, states, derivations], [0, 0, 0]);
  assert.ok(
    Object.values(filled).every((count) => count > 0),
    "each table holds some of them",
  );
  await pages.savePages([real]);

  const reference = { parliament: "reference", now: () => NOW };
  await createPageStore(db, reference).savePages([real]);
  const dump = await dumpOf(db);
  for (const [table, rows] of Object.entries(dump)) {
    const of = (parliament: string) => rows.filter((row) => row.parliament === parliament).length;
    assert.equal(
      of(PARLIAMENT),
      of("reference"),
      `${table} holds what the real page brought and nothing else`,
    );
  }
  const samples = createSamples(db, options);
  assert.deepEqual([await samples.isEmpty(), await samples.present()], [false, false]);
});

testOnEach("numbers of samples are not given out again", async ({ db, pages }) => {
  await loadSamples(db);
  const before = (await dumpOf(db)).question_events?.at(-1)?.id as number;
  await pages.savePages([real]);
  assert.ok(((await dumpOf(db)).question_events?.[0]?.id as number) > before);
});

testOnEach("a real page that is refused takes the samples away too, and is kept", async ({ db, pages }) => {
  await loadSamples(db);
  await pages.savePages([aRefusedPage("55878", { code: "not_a_question" })]);
  const { questions, snapshots } = await dumpOf(db);
  assert.deepEqual([questions?.length, snapshots?.length], [0, 1]);
  assert.deepEqual(
    [await createSamples(db, options).present(), await createSamples(db, options).isEmpty()],
    [false, false],
    "samples do not come back beside it",
  );
});

testOnEach("a batch that fails leaves the samples where they are", async ({ db, pages }) => {
  await loadSamples(db);
  const before = await dumpOf(db);
  await assert.rejects(pages.savePages([{ ...real, snapshot: { ...real.snapshot, sha256: "not a hash" } }]));
  assert.deepEqual(await dumpOf(db), before);
});

testOnEach("without a run of samples nothing is ever removed", async ({ db, pages }) => {
  await pages.savePages(fiction);
  await createIngestRuns(db, options).start("import");
  const before = await countRows(db);
  await pages.savePages([real]);
  const after = await countRows(db);
  assert.equal(after.questions, (before.questions ?? 0) + 1);
  assert.equal(after.snapshots, (before.snapshots ?? 0) + 1);
});

testOnEach("samples that come after a real page are turned away", async ({ db, pages }) => {
  await createIngestRuns(db, options).start("samples");
  await pages.savePages([real]);
  const late = createPageStore(db, { ...options, samples: true });
  await assert.rejects(late.savePages(fiction), ConflictError);
  assert.deepEqual(
    (await dumpOf(db)).questions?.map(({ sourceId }) => sourceId),
    ["55877"],
  );
});

testOnEach(
  "samples loaded again, after a first load was cut off, are samples still",
  async ({ db, pages }) => {
    await createIngestRuns(db, options).start("samples");
    await loadSamples(db);
    await pages.savePages([real]);
    const dump = await dumpOf(db);
    assert.deepEqual([dump.ingest_runs, dump.questions?.length], [[], 1]);
  },
);

testOnEach("the samples of another parliament stay", async ({ db, pages }) => {
  await loadSamples(db, "elsewhere");
  await loadSamples(db);
  await pages.savePages([real]);
  const { questions } = await dumpOf(db);
  assert.deepEqual(
    questions?.map(({ parliament }) => parliament),
    ["elsewhere", PARLIAMENT],
  );
});
