/**
 * Whether exports keep the memory flat, however many questions they bring: the peak of a server of its own while it
 * sends a generated register whole, plain and packed, and that of `vigie export`. Reads /proc, so it runs on Linux.
 *
 *   node bench/exports.ts [--questions 140000]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectPostgres } from "../src/store/postgres.ts";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { startVigie } from "../test/helpers/running-vigie.ts";
import { peakSoFar, runToItsPeak } from "./peak-memory.ts";
import { fillRegister, SHARED_BUFFERS } from "./served-register.ts";

const { values } = parseArgs({ options: { questions: { type: "string", default: "140000" } } });
const size = Number(values.questions);

/** Reads a file from a server that does nothing else; gives the peak of that server and the bytes sent. */
async function download(databaseUrl: string, file: string, encoding: string) {
  const place = { DATABASE_URL: databaseUrl, HOST: "127.0.0.1", PORT: "0" };
  const clearUps: (() => unknown)[] = [];
  const owner = { after: (clearUp: () => unknown) => void clearUps.push(clearUp) };
  const served = startVigie(owner, ["serve"], { ...place, ROLE: "web", LOG_LEVEL: "info" });
  try {
    const [, origin] = await served.heard(/listening at (http:\/\/127\.0\.0\.1:\d+)/);
    const atStart = await peakSoFar(served.process);
    const startedAt = performance.now();
    const response = await fetch(`${origin}${file}`, { headers: { "accept-encoding": encoding } });
    if (response.status !== 200) throw new Error(`${file}: ${response.status} ${await response.text()}`);
    let bytes = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
    return { atStart, peak: await peakSoFar(served.process), tookMs: performance.now() - startedAt, bytes };
  } finally {
    for (const clearUp of clearUps) await clearUp();
  }
}

function report(
  name: string,
  figures: { tookMs: number; peak: number; atStart?: number; bytes?: number },
): void {
  const { tookMs, peak, atStart, bytes } = figures;
  const columns = [(size / tookMs) * 1000, bytes === undefined ? null : bytes / 1e6, atStart ?? null, peak];
  const cells = columns.map((figure) => (figure === null ? "" : figure.toFixed(0)).padStart(14));
  console.log(`${name.padEnd(40)}${cells.join("")}`);
}

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer({ sharedBuffers: SHARED_BUFFERS });
try {
  const url = await createPostgresDatabase(server.url, TEMPLATE);
  const { db, close } = connectPostgres(url);
  await fillRegister(db, { questions: size });
  await close();
  const headings = ["questions/s", "MB unpacked", "MB at start", "MB at peak"];
  console.log(`${`${size} questions`.padEnd(40)}${headings.map((text) => text.padStart(14)).join("")}`);
  for (const format of ["csv", "jsonl"]) {
    const file = `/feeds/questions.${format}`;
    report(`GET ${file}`, await download(url, file, "identity"));
    report(`GET ${file}, packed`, await download(url, file, "gzip"));
    const out = join(folder, `questions.${format}`);
    const startedAt = performance.now();
    const peak = await runToItsPeak(["export", "--format", format, "--out", out], { DATABASE_URL: url });
    report(`vigie export --format ${format}`, { tookMs: performance.now() - startedAt, peak });
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
