/**
 * How fast what is kept is read again: `vigie reparse` on PostgreSQL, against bare `unnest` inserts of the very rows
 * that are there, in the same batches and in turn. Once by a parser that reads the same, so that every page is read and
 * noted, and once by one that reads one question in ten otherwise. Then the memory of a process of its own.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "../src/ingest/import-files.ts";
import { keptPageReader, reparse } from "../src/ingest/reparse.ts";
import type { Source } from "../src/sources/shared/source.ts";
import { wallonia } from "../src/sources/wallonia/index.ts";
import { createIngestRuns } from "../src/store/ingest-runs.ts";
import { createPageStore } from "../src/store/page-store.ts";
import { connectPostgres } from "../src/store/postgres.ts";
import { createReparseStore } from "../src/store/reparse-store.ts";
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  startPostgresServer,
  TEMPLATE,
} from "../test/helpers/postgres-server.ts";
import { readInserts, timeBareInserts } from "./bare-inserts.ts";
import { writePages } from "./real-pages.ts";

const ROUNDS = 3;
const { parliament } = wallonia;
const now = () => new Date();

const sameReader: Source = { ...wallonia, parserVersion: "bench" };

/** One question in ten has another title by it. */
const otherReader: Source = {
  ...sameReader,
  parse(page) {
    const question = wallonia.parse(page);
    return question.sourceId?.endsWith("7") ? { ...question, title: `${question.title} !` } : question;
  },
};

const CASES = [
  { name: "nothing changes", pages: 20_000, source: sameReader, changed: 0 },
  { name: "one in ten changes", pages: 5_000, source: otherReader, changed: 500 },
] as const;

function partsOf(url: string, source: Source) {
  const { db, close } = connectPostgres(url);
  const where = { parliament, now };
  const pages = createPageStore(db, where);
  const runs = createIngestRuns(db, where);
  const kept = createReparseStore(db, { ...where, reader: keptPageReader(source), all: false });
  return { parliament, source, now, pages, runs, kept, close };
}

async function importInto(url: string, folder: string): Promise<void> {
  const { close, ...parts } = partsOf(url, wallonia);
  await importFiles([folder], parts, { kind: "import" });
  await close();
}

async function timeReparse(url: string, source: Source, expected: { pages: number; changed: number }) {
  const { close, ...parts } = partsOf(url, source);
  const startedAt = performance.now();
  const { read, changed } = await reparse(parts, { dryRun: false, onFinding: () => undefined });
  const took = performance.now() - startedAt;
  await close();
  if (read !== expected.pages || changed !== expected.changed) {
    throw new Error(`read ${read} pages, ${changed} changed: expected ${JSON.stringify(expected)}`);
  }
  return took;
}

/** Resident memory after a tenth of the pages and at the end, in MB, of this process. */
async function measureMemory(url: string): Promise<void> {
  const { close, ...parts } = partsOf(url, sameReader);
  const tenth = (await parts.kept.countPages()) / 10;
  const resident = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);
  let afterTenth = 0;
  await reparse(parts, {
    dryRun: false,
    onFinding: () => undefined,
    onProgress(done) {
      if (afterTenth === 0 && done >= tenth) afterTenth = resident();
    },
  });
  console.log(`memory after a tenth ${afterTenth} MB, at the end ${resident()} MB`);
  await close();
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function compare(serverUrl: string, folder: string): Promise<void> {
  for (const { name, source, ...expected } of CASES) {
    const pages = join(folder, String(expected.pages));
    await writePages(pages, expected.pages);
    const imported = await createPostgresDatabase(serverUrl, TEMPLATE);
    await importInto(imported, pages);
    const original = new URL(imported).pathname.slice(1);
    if (source === sameReader) {
      const own = await createPostgresDatabase(serverUrl, original);
      await once(fork(import.meta.filename, [own]), "exit");
      await dropPostgresDatabase(own);
    }
    const batches = await readInserts(imported, expected.pages);
    const times: { reparse: number; inserts: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = await createPostgresDatabase(serverUrl, original);
      const reparsed = await timeReparse(one, source, expected);
      await dropPostgresDatabase(one);
      const other = await createPostgresDatabase(serverUrl, TEMPLATE);
      const inserts = await timeBareInserts(other, batches);
      await dropPostgresDatabase(other);
      // The first round warms the compiler and the disk.
      if (round > 0) times.push({ reparse: reparsed, inserts });
    }
    await dropPostgresDatabase(imported);
    const perSecond = (ms: number) => String(Math.round((expected.pages / ms) * 1000)).padStart(7);
    const ratios = times.map((time) => time.inserts / time.reparse);
    console.log(`${name}: ${expected.pages} pages, median of ${ROUNDS} rounds`);
    console.log(`vigie reparse        ${perSecond(median(times.map((time) => time.reparse)))} pages/s`);
    console.log(`bare unnest inserts  ${perSecond(median(times.map((time) => time.inserts)))} pages/s`);
    console.log(
      `ratio                ${median(ratios).toFixed(2).padStart(7)}  (${ratios.map((r) => r.toFixed(2)).join(", ")})`,
    );
  }
}

const [url] = process.argv.slice(2);
if (url !== undefined) await measureMemory(url);
else {
  const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
  const server = await startPostgresServer();
  try {
    await compare(server.url, folder);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}
