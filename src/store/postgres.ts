import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import type { OpenDatabase } from "./database.ts";
import { migrations, refuseNewerDatabase } from "./migrate.ts";
import { lockOnPostgres } from "./postgres-lock.ts";
import { unreadableAddress, unreachable } from "./postgres-unreachable.ts";
import * as schema from "./schema/index.ts";

/** Any constant will do that nobody else uses on the same server. */
const MIGRATION_LOCK = sql.raw("7245113920447");

const CONNECT_TIMEOUT_MS = 5_000;

// Drizzle reads values with the parsers of the whole process: these hold for its selects and for hand-written queries
// alike, and make pg give what PGlite gives.
const { INT8, BYTEA } = pg.types.builtins;
const INT8_ARRAY = 1016 as typeof INT8;
const parseNumbers = pg.types.getTypeParser(INT8_ARRAY) as (text: string) => (string | null)[];
const parseBytes = pg.types.getTypeParser(BYTEA) as (text: string) => Buffer;
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(INT8_ARRAY, (text) =>
  parseNumbers(text).map((digits) => (digits === null ? null : Number(digits))),
);
pg.types.setTypeParser(BYTEA, (text) => {
  const { buffer, byteOffset, byteLength } = parseBytes(text);
  return new Uint8Array(buffer, byteOffset, byteLength);
});

/**
 * Opens the PostgreSQL at `databaseUrl`, after migrating it as need be. Any number of processes may, at any time.
 * @throws {DatabaseError} `database_unreachable` or `database_newer`; never with the password
 */
export async function openPostgres(
  databaseUrl: string,
  { connectTimeoutMs = CONNECT_TIMEOUT_MS }: Pick<ConnectionOptions, "connectTimeoutMs"> = {},
): Promise<OpenDatabase> {
  await migratePostgres(databaseUrl, connectTimeoutMs);
  return connectPostgres(databaseUrl, { connectTimeoutMs });
}

export interface ConnectionOptions {
  readonly connectTimeoutMs?: number;
  /** A statement that takes longer is cancelled; null, as by default, lets it take the time it needs. */
  readonly statementTimeoutMs?: number | null;
}

/** Connects to a PostgreSQL that is already migrated; the connections are made as queries need them. */
export function connectPostgres(
  databaseUrl: string,
  { connectTimeoutMs = CONNECT_TIMEOUT_MS, statementTimeoutMs = null }: ConnectionOptions = {},
): OpenDatabase {
  const where = { connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs };
  const pool = new pg.Pool({
    ...where,
    verify: (client, done) => void prepareSession(client, statementTimeoutMs).then(() => done(), done),
  });
  surviveLoss(pool);
  pool.on("connect", surviveLoss);
  let closing: Promise<void> | undefined;
  return {
    db: drizzle(pool, { schema }),
    engine: "postgres",
    lock: (name, waitMs, givenUp) => lockOnPostgres(where, name, waitMs, givenUp),
    close: () => (closing ??= pool.end()),
  };
}

/** Dates and instants are read as text: the text must not depend on how the server or the account is set up. */
async function prepareSession(
  client: pg.ClientBase,
  statementTimeoutMs: number | null = null,
): Promise<void> {
  const patience = statementTimeoutMs === null ? "" : `; set statement_timeout to ${statementTimeoutMs}`;
  await client.query(`set time zone 'UTC'; set datestyle to iso${patience}`);
}

/**
 * A connection lost while nobody waits for it, as when the server restarts, would end the process. Nothing is lost
 * with it: a query under way fails by itself, and the next one gets a new connection.
 */
function surviveLoss(emitter: { on(event: "error", listener: () => void): unknown }): void {
  emitter.on("error", () => undefined);
}

/** Processes that start together come here one by one: whoever is second finds everything done. */
async function migratePostgres(databaseUrl: string, connectTimeoutMs: number): Promise<void> {
  const client = await connectOnce(databaseUrl, connectTimeoutMs);
  try {
    const db = drizzle(client, { schema });
    // Held by the connection, and so given back with it whatever happens to this process.
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await refuseNewerDatabase(db);
    await migrate(db, migrations);
  } finally {
    await client.end();
  }
}

async function connectOnce(databaseUrl: string, connectTimeoutMs: number): Promise<pg.Client> {
  const client = createClient(databaseUrl, connectTimeoutMs);
  surviveLoss(client);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(client, error);
  }
  await prepareSession(client);
  return client;
}

function createClient(databaseUrl: string, connectTimeoutMs: number): pg.Client {
  try {
    return new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs });
  } catch (error) {
    // Not kept as the cause: these may quote the address, and the password with it.
    if (error instanceof TypeError || error instanceof URIError) throw unreadableAddress();
    throw error;
  }
}
