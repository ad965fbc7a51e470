import assert from "node:assert/strict";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { importFiles } from "../../src/ingest/import-files.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import type { Database } from "../../src/store/database.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { ingestRuns } from "../../src/store/schema/index.ts";
import { databaseEngines } from "../helpers/databases.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

function partsOf(db: Database) {
  const now = () => new Date("2026-03-02T09:00:00Z");
  const options = { parliament: wallonia.parliament, now };
  return { source: wallonia, pages: createPageStore(db, options), runs: createIngestRuns(db, options), now };
}

for (const { engine, fresh } of databaseEngines) {
  test(`${engine}: a folder comes in whole, and a second time changes nothing`, async (t) => {
    const parts = partsOf(await fresh(t));
    const count = (await readdir(SAMPLES)).length;
    const first = await importFiles([SAMPLES], parts, { kind: "import" });
    assert.deepEqual(first, { seen: count, new: count, changed: 0, unchanged: 0, refused: [], poorer: [] });
    const second = await importFiles([SAMPLES], parts, { kind: "import" });
    assert.deepEqual(second, { seen: count, new: 0, changed: 0, unchanged: count, refused: [], poorer: [] });
  });

  test(`${engine}: a refused page is named with its code, and the others come in`, async (t) => {
    const parts = partsOf(await fresh(t));
    const folder = await temporaryDirectory(t);
    const [sample] = await readdir(SAMPLES);
    assert.ok(sample);
    await copyFile(join(SAMPLES, sample), join(folder, sample));
    await writeFile(join(folder, "z-notes.txt"), "Rien à voir avec une question.");
    const report = await importFiles([folder, "no/such/file"], parts, { kind: "import" });
    assert.deepEqual([report.seen, report.new], [3, 1]);
    assert.deepEqual(
      report.refused.map(({ file, code }) => [file, code]).sort(),
      [
        [join(folder, "z-notes.txt"), "not_a_question"],
        ["no/such/file", "unreadable"],
      ].sort(),
    );
  });

  test(`${engine}: the run is kept with its counts`, async (t) => {
    const db = await fresh(t);
    await importFiles([SAMPLES, "no/such/file"], partsOf(db), { kind: "import" });
    const [run] = await db.select().from(ingestRuns);
    const count = (await readdir(SAMPLES)).length;
    assert.deepEqual(
      [run?.kind, run?.seen, run?.new, run?.refused, run?.finishedAt?.toISOString()],
      ["import", count + 1, count, 1, "2026-03-02T09:00:00.000Z"],
    );
  });

  test(`${engine}: an id given by hand names a page that nothing else names`, async (t) => {
    const db = await fresh(t);
    const folder = await temporaryDirectory(t);
    const [sample] = await readdir(SAMPLES);
    const file = join(folder, "sans-numero.html");
    await writeFile(file, await readFile(join(SAMPLES, sample ?? "")));
    const options = { kind: "import", sourceId: "123456" } as const;
    assert.equal((await importFiles([file], partsOf(db), options)).new, 1);
    const stored = await db.query.questions.findMany({ columns: { sourceId: true } });
    assert.deepEqual(stored, [{ sourceId: "123456" }]);
  });
}

test("progress is told after each batch, the last one included", async (t) => {
  const pglite = databaseEngines.find(({ engine }) => engine === "pglite");
  assert.ok(pglite);
  const parts = partsOf(await pglite.fresh(t));
  const told: [number, number][] = [];
  const onProgress = (done: number, refused: number) => told.push([done, refused]);
  await importFiles([SAMPLES, "no/such/file"], parts, { kind: "import", onProgress });
  assert.deepEqual(told.at(-1), [(await readdir(SAMPLES)).length + 1, 1]);
});
