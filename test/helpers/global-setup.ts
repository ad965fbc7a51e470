import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pgliteTemplate } from "./pglite-template.ts";
import { type PostgresServer, SHARED_SERVER_KEY, startPostgresServer } from "./postgres-server.ts";

let server: PostgresServer | undefined;
let compileCache: string | undefined;

/** Runs once before all test files, in the process that starts them. */
export async function globalSetup(): Promise<void> {
  [server] = await Promise.all([startPostgresServer(), pgliteTemplate()]);
  process.env[SHARED_SERVER_KEY] = server.url;
  // Every file is a process, and most of them load the whole program: what one compiles the others need not.
  compileCache = await mkdtemp(join(tmpdir(), "vigie-compiled-"));
  process.env.NODE_COMPILE_CACHE = compileCache;
}

/** Runs once after all test files. */
export async function globalTeardown(): Promise<void> {
  await server?.stop();
  if (compileCache !== undefined) await rm(compileCache, { recursive: true, force: true });
}
