import { pgliteTemplate } from "./pglite-template.ts";
import { type PostgresServer, SHARED_SERVER_KEY, startPostgresServer } from "./postgres-server.ts";

let server: PostgresServer | undefined;

/** Runs once before all test files, in the process that starts them. */
export async function globalSetup(): Promise<void> {
  [server] = await Promise.all([startPostgresServer(), pgliteTemplate()]);
  process.env[SHARED_SERVER_KEY] = server.url;
}

/** Runs once after all test files. */
export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
