import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { suite, test } from "node:test";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import pg from "pg";
import { DatabaseError } from "../../src/errors.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { persons } from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { emptyPostgres, type Owner } from "../helpers/databases.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const odette = { parliament: "wallonia", slug: "vermeil-odette", name: "VERMEIL Odette" };

/** Cuts every connection to a database, as a restart of the server does. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}

suite("a PostgreSQL", () => {
  test("is used where it is given, and the data directory left alone", async (t) => {
    const dataDir = join(await temporaryDirectory(t), "data");
    const { engine, close } = await openDatabase({ databaseUrl: await emptyPostgres(t), dataDir });
    t.after(close);
    assert.equal(engine, "postgres");
    assert.equal(existsSync(dataDir), false);
  });

  test("keeps what it holds when it is closed and opened again, and may be closed twice", async (t) => {
    const url = await emptyPostgres(t);
    const first = await openPostgres(url);
    await first.db.insert(persons).values(odette);
    await Promise.all([first.close(), first.close()]);
    const second = await openPostgres(url);
    t.after(second.close);
    assert.equal(await second.db.$count(persons), 1);
  });

  test("may lose its idle connections: the next query gets a new one", async (t) => {
    const url = await emptyPostgres(t);
    const { db, close } = await openPostgres(url);
    t.after(close);
    await Promise.all([1, 2, 3].map(() => db.execute(sql`select pg_sleep(0.05)`)));
    await cutConnections(url);
    assert.deepEqual(await selectRows(db, sql`select 1 as one`), [{ one: 1 }]);
  });

  test("may lose a connection within a transaction: that one fails, the next works", async (t) => {
    const url = await emptyPostgres(t);
    const { db, close } = await openPostgres(url);
    t.after(close);
    const change = db.transaction(async (tx) => {
      await tx.insert(persons).values(odette);
      await cutConnections(url);
      await tx.insert(persons).values({ ...odette, slug: "vermeil-o" });
    });
    await assert.rejects(change);
    assert.equal(await db.$count(persons), 0);
  });
});

suite("a PostgreSQL that cannot be reached", () => {
  /** Opens an address with this password and gives the error, having made sure that it is one of ours. */
  async function faultOf(url: string, password: string, connectTimeoutMs = 5_000): Promise<DatabaseError> {
    const error: unknown = await openPostgres(url, { connectTimeoutMs }).catch((fault: unknown) => fault);
    assert.ok(error instanceof DatabaseError, inspect(error));
    assert.equal(error.code, "database_unreachable");
    const everything =
      inspect(error, { depth: Infinity, showHidden: true }) + error.stack + JSON.stringify(error);
    assert.ok(!everything.includes(password), "the password is told");
    return error;
  }

  async function portOf(t: Owner, { isOpen }: { isOpen: boolean }): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    if (isOpen) t.after(() => void server.close());
    else server.close();
    return port;
  }

  test("says at once where nobody listens, and what to do", async (t) => {
    const port = await portOf(t, { isOpen: false });
    const start = performance.now();
    const { message } = await faultOf(`postgres://odette:tr0mbone@127.0.0.1:${port}/vigie`, "tr0mbone");
    assert.ok(performance.now() - start < 2_000, "not at once");
    for (const part of [`127.0.0.1:${port}`, "odette", "vigie", "aucun serveur n’y écoute", "DATABASE_URL"]) {
      assert.ok(message.includes(part), `${part} in ${message}`);
    }
  });

  test("does not wait for ever for a server that says nothing", async (t) => {
    const port = await portOf(t, { isOpen: true });
    const { message } = await faultOf(`postgres://odette:tr0mbone@127.0.0.1:${port}/vigie`, "tr0mbone", 200);
    assert.match(message, /pas de réponse/);
  });

  test("tells a refused password from a database that is not there", async (t) => {
    const url = new URL(await emptyPostgres(t));
    url.password = "tr0mbone";
    assert.match((await faultOf(url.href, "tr0mbone")).message, /mot de passe est refusé/);
    const missing = Object.assign(new URL(await emptyPostgres(t)), { pathname: "/nowhere" });
    assert.match((await faultOf(missing.href, missing.password)).message, /nowhere.*cette base n’existe pas/);
  });

  test("says how to write an address that cannot be read, without quoting it", async () => {
    for (const password of ["tr0m/bone", "tr0mb%F4ne"]) {
      const { message } = await faultOf(`postgres://odette:${password}@127.0.0.1/vigie`, password);
      assert.match(message, /écrivez postgres:/);
    }
  });
});
