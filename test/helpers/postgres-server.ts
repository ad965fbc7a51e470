import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** The migrated, empty database that others are copied from. */
export const TEMPLATE = "template_vigie";

/** Where the tests of one run find the server they share. */
export const SHARED_SERVER_KEY = "VIGIE_TEST_POSTGRES";

export interface PostgresServer {
  /** Address of the database for managing the others. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL on a free port of the loopback. It ends with this process even if `stop` is never called, and
 * does not keep this process from ending. `sharedBuffers` is its setting of that name, as for large databases.
 */
export async function startPostgresServer({
  sharedBuffers,
}: { readonly sharedBuffers?: string } = {}): Promise<PostgresServer> {
  const script = fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url));
  // Detached, so that what kills the tests in the terminal leaves it the time to clear up.
  const keeper = spawn(process.execPath, [script, ...(sharedBuffers === undefined ? [] : [sharedBuffers])], {
    detached: true,
    stdio: "pipe",
  });
  const lines = createInterface(keeper.stdout);
  const fault = text(keeper.stderr);
  const [url] = (await Promise.race([once(lines, "line"), once(keeper, "exit").then(() => [])])) as string[];
  if (url === undefined) throw new Error(`no PostgreSQL to test with:\n${await fault}`);
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) (stream as unknown as Socket).unref();
  return {
    url,
    async stop() {
      if (keeper.exitCode !== null) return;
      keeper.ref();
      keeper.stdin.end();
      await once(keeper, "exit");
    },
  };
}

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
}

/** Makes a database, a copy of `template` or empty, and gives its address. */
export async function createPostgresDatabase(serverUrl: string, template = "template0"): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  // The other strategy writes every page to the log as well, which takes longer for something this small.
  await manage(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return databaseUrl(serverUrl, name);
}

/** Drops a database, whoever is still connected to it. */
export async function dropPostgresDatabase(url: string): Promise<void> {
  await manage(
    databaseUrl(url, "postgres"),
    `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`,
  );
}

async function manage(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
