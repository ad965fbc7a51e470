import { after } from "node:test";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Database, OpenDatabase } from "../../src/store/database.ts";
import { startPglite } from "../../src/store/pglite.ts";
import { connectPostgres } from "../../src/store/postgres.ts";
import * as schema from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { pgliteTemplate } from "./pglite-template.ts";
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  type PostgresServer,
  SHARED_SERVER_KEY,
  startPostgresServer,
  TEMPLATE,
} from "./postgres-server.ts";

/** Whatever has an end at which to clear up: the context of a test, or `suiteOwner()`. */
export interface Owner {
  after(clearUp: () => Promise<void> | void): void;
}

/**
 * An owner for what all tests of a suite share. To be called in the body of the suite: `after` within a hook would be
 * the end of the hook.
 */
export function suiteOwner(): Owner {
  const clearUps: (() => Promise<void> | void)[] = [];
  after(async () => {
    for (const clearUp of clearUps) await clearUp();
  });
  return { after: (clearUp) => void clearUps.push(clearUp) };
}

export interface DatabaseEngine {
  readonly engine: OpenDatabase["engine"];
  /** A migrated, empty database of its own, taken back when the owner ends. */
  fresh(t: Owner): Promise<Database>;
}

/** Both engines a store must work on: loop over them around the tests, with the engine in the names. */
export const databaseEngines: readonly DatabaseEngine[] = [
  engineOf("pglite", async () => {
    const { client, db } = await startPglite({ loadDataDir: await pgliteTemplate() });
    return { db, discard: () => client.close() };
  }),
  engineOf("postgres", async () => {
    const url = await createPostgresDatabase(await findServer(), TEMPLATE);
    const { db, close } = connectPostgres(url);
    return { db, discard: () => close().then(() => dropPostgresDatabase(url)) };
  }),
];

/** The address of a PostgreSQL database of its own without a single table, dropped when the owner ends. */
export async function emptyPostgres(t: Owner): Promise<string> {
  const url = await createPostgresDatabase(await findServer());
  t.after(() => dropPostgresDatabase(url));
  return url;
}

interface Instance {
  readonly db: Database;
  discard(): Promise<void>;
}

const idle: Readonly<Record<OpenDatabase["engine"], Instance[]>> = { pglite: [], postgres: [] };
let server: Promise<PostgresServer> | undefined;
after(async () => {
  await Promise.all([...idle.pglite, ...idle.postgres].map((instance) => instance.discard()));
  await (await server)?.stop();
});

/** Emptying a database takes a tenth of the time a new one takes; one with other tables than ours is not kept. */
function engineOf(engine: OpenDatabase["engine"], create: () => Promise<Instance>): DatabaseEngine {
  return {
    engine,
    async fresh(t) {
      const instance = idle[engine].pop() ?? (await create());
      t.after(async () => {
        if (await empty(instance.db)) idle[engine].push(instance);
        else await instance.discard();
      });
      return instance.db;
    },
  };
}

async function empty(db: Database): Promise<boolean> {
  const ours = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [getTableName(table)] : []));
  const query = sql`select tablename as name from pg_tables where schemaname = 'public'`;
  const found = (await selectRows<{ name: string }>(db, query)).map(({ name }) => name);
  if (found.sort().join() !== ours.sort().join()) return false;
  await db.execute(sql.raw(`truncate ${ours.join(", ")} restart identity`));
  return true;
}

/** The server of the run, or one for this file alone where it is run by itself. */
async function findServer(): Promise<string> {
  const shared = process.env[SHARED_SERVER_KEY];
  if (shared !== undefined) return shared;
  server ??= startPostgresServer();
  return (await server).url;
}
