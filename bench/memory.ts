/**
 * Whether `vigie parse` and `vigie import` keep their memory flat: the peak of the whole process for 1,000 and for
 * 10,000 files in one call. Reads /proc, so it runs on Linux.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { runToItsPeak } from "./peak-memory.ts";
import { writePages } from "./real-pages.ts";

const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
const server = await startPostgresServer();
try {
  console.log("files   parse (MB)   import into PostgreSQL (MB)");
  for (const count of [1_000, 10_000]) {
    const pages = join(folder, String(count));
    await writePages(pages, count);
    const parsed = await runToItsPeak(["parse", pages], {});
    const url = await createPostgresDatabase(server.url, TEMPLATE);
    const imported = await runToItsPeak(["import", pages], { DATABASE_URL: url });
    console.log(
      `${String(count).padStart(5)}${parsed.toFixed(0).padStart(13)}${imported.toFixed(0).padStart(30)}`,
    );
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
