/**
 * Whether `vigie parse` and `vigie import` keep their memory flat: the peak of the whole process for 1,000 and for
 * 10,000 files in one call. Reads /proc, so it runs on Linux.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { writePages } from "./real-pages.ts";

const PROGRAM = fileURLToPath(new URL("../src/cli/vigie.ts", import.meta.url));

/** Highest resident memory of a process until it ends, in MB. */
async function peakOf(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  let peak = 0;
  while (child.exitCode === null) {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    await Promise.race([ended, setTimeout(50)]);
  }
  if (child.exitCode !== 0) throw new Error(`vigie ${args.join(" ")} ended with ${child.exitCode}`);
  return peak / 1024;
}

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer();
try {
  console.log("files   parse (MB)   import into PostgreSQL (MB)");
  for (const count of [1_000, 10_000]) {
    const pages = join(folder, String(count));
    await writePages(pages, count);
    const parsed = await peakOf(["parse", pages], {});
    const url = await createPostgresDatabase(server.url, TEMPLATE);
    const imported = await peakOf(["import", pages], { DATABASE_URL: url });
    console.log(
      `${String(count).padStart(5)}${parsed.toFixed(0).padStart(13)}${imported.toFixed(0).padStart(30)}`,
    );
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
