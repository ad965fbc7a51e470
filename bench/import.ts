/**
 * How fast pages come in: `vigie import` of real pages into PostgreSQL, against bare `unnest` inserts of the very rows
 * that came of it, in the same batches. Both in turn, in one run: only the ratio means something on a shared machine.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
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
import { writePages } from "./real-pages.ts";

const PAGES = 5_000;
const ROUNDS = 3;
const BATCH_SIZE = 250;

/** Tables in the order in which rows may be inserted, with the column that tells which question a row belongs to. */
const TABLES = [
  ["persons", null],
  ["person_names", null],
  ["offices", null],
  ["snapshots", "id"],
  ["questions", "id"],
  ["answers", "question_id"],
  ["attachments", "question_id"],
  ["question_revisions", "question_id"],
  ["question_events", "question_id"],
] as const;

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

interface Insert {
  readonly text: string;
  readonly values: readonly unknown[][];
}

/** The rows of a database as the inserts that would bring them back, batch by batch. */
async function readInserts(url: string): Promise<Insert[][]> {
  const asText = {
    getTypeParser: () => (value: string | Buffer) => value,
  } as unknown as pg.CustomTypesConfig;
  const client = new pg.Client({ connectionString: url, types: asText });
  await client.connect();
  const batches: Insert[][] = Array.from({ length: Math.ceil(PAGES / BATCH_SIZE) }, () => []);
  for (const [table, key] of TABLES) {
    const { rows, fields } = await client.query<Record<string, string | null>>({
      text: `select * from ${table} order by ${key ?? 2}`,
      types: asText,
    });
    const types = await client.query<{ column_name: string; udt_name: string }>({
      text: "select column_name, udt_name from information_schema.columns where table_name = $1",
      values: [table],
    });
    const typeOf = new Map(types.rows.map((row) => [row.column_name, row.udt_name]));
    const columns = fields.map(({ name }) => name);
    const casts = columns.map((name, i) => `$${i + 1}::${typeOf.get(name)}[]`);
    const text =
      `insert into ${table} (${columns.map((name) => `"${name}"`).join()}) ` +
      `overriding system value select * from unnest(${casts.join()})`;
    for (const [b, batch] of batches.entries()) {
      const own = rows.filter((row) => {
        return (key === null ? 0 : Math.floor((Number(row[key]) - 1) / BATCH_SIZE)) === b;
      });
      if (own.length > 0)
        batch.push({ text, values: columns.map((name) => own.map((row) => row[name] ?? null)) });
    }
  }
  await client.end();
  return batches;
}

async function timeBareInserts(url: string, batches: readonly Insert[][]): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const startedAt = performance.now();
    for (const batch of batches) {
      await client.query("begin");
      for (const { text, values } of batch) await client.query(text, values as unknown[]);
      await client.query("commit");
    }
    return performance.now() - startedAt;
  } finally {
    await client.end();
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer();
try {
  await writePages(folder, PAGES);
  const imports: number[] = [];
  const inserts: number[] = [];
  let batches: Insert[][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await createPostgresDatabase(server.url, TEMPLATE);
    const imported = await timeImport(one, folder);
    if (round === 0) batches = await readInserts(one);
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
