/**
 * How fast pages come in: `vigie import` of real pages into PostgreSQL, against bare `unnest` inserts of the very rows
 * that came of it, in the same batches. Both in turn, in one run: only the ratio means something on a shared machine.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "../src/ingest/import-files.ts";
import { wallonia } from "../src/sources/wallonia/index.ts";
import { createIngestRuns } from "../src/store/ingest-runs.ts";
import { createPageStore } from "../src/store/page-store.ts";
import { connectPostgres } from "../src/store/postgres.ts";
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  startPostgresServer,
  TEMPLATE,
} from "../test/helpers/postgres-server.ts";
import { BATCH_SIZE, readInserts, timeBareInserts } from "./bare-inserts.ts";
import { writePages } from "./real-pages.ts";

const PAGES = 5_000;
const ROUNDS = 3;

async function timeImport(url: string, folder: string): Promise<number> {
  const { db, close } = connectPostgres(url);
  const now = () => new Date();
  const options = { parliament: wallonia.parliament, now };
  const parts = {
    source: wallonia,
    pages: createPageStore(db, options),
    runs: createIngestRuns(db, options),
    now,
  };
  const startedAt = performance.now();
  const report = await importFiles([folder], parts, { kind: "import" });
  const took = performance.now() - startedAt;
  await close();
  if (report.new !== PAGES) throw new Error(`imported ${report.new} of ${PAGES} pages`);
  return took;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer();
try {
  await writePages(folder, PAGES);
  const imports: number[] = [];
  const inserts: number[] = [];
  let batches: Awaited<ReturnType<typeof readInserts>> = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await createPostgresDatabase(server.url, TEMPLATE);
    const imported = await timeImport(one, folder);
    if (round === 0) batches = await readInserts(one, PAGES);
    await dropPostgresDatabase(one);
    const other = await createPostgresDatabase(server.url, TEMPLATE);
    const inserted = await timeBareInserts(other, batches);
    await dropPostgresDatabase(other);
    // The first round warms the compiler and the disk.
    if (round > 0) {
      imports.push(imported);
      inserts.push(inserted);
    }
  }
  const perSecond = (ms: number) => Math.round((PAGES / ms) * 1000);
  const ratios = imports.map((ms, i) => (inserts[i] ?? 0) / ms);
  console.log(`${PAGES} pages, batches of ${BATCH_SIZE}, median of ${ROUNDS} rounds`);
  console.log(`vigie import         ${String(perSecond(median(imports))).padStart(7)} pages/s`);
  console.log(`bare unnest inserts  ${String(perSecond(median(inserts))).padStart(7)} pages/s`);
  console.log(
    `ratio                ${median(ratios).toFixed(2).padStart(7)}  (${ratios.map((r) => r.toFixed(2)).join(", ")})`,
  );
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
