import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "node:test";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseError } from "../../src/errors.ts";
import type { Database } from "../../src/store/database.ts";
import { migrations } from "../../src/store/migrate.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { startPglite } from "../../src/store/pglite.ts";
import { connectPostgres } from "../../src/store/postgres.ts";
import * as schema from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { migratedDataDirectory } from "../helpers/data-directories.ts";
import { databaseEngines, emptyPostgres, type Owner } from "../helpers/databases.ts";

const written = readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis);

const appliedIn = async (db: Database) => {
  const rows = await selectRows<{ at: number }>(
    db,
    sql`select created_at as at from drizzle.__drizzle_migrations order by id`,
  );
  return rows.map(({ at }) => at);
};

const tablesOf = async (db: Database) => {
  const rows = await selectRows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename collate "C"`,
  );
  return rows.map(({ name }) => name);
};

/** Everything a migration makes, as text: columns, constraints and indexes. */
const shapeOf = (db: Database) =>
  selectRows(
    db,
    sql`select * from (
      select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as part
        from information_schema.columns where table_schema = 'public'
      union all
      select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all
      select indexdef from pg_indexes where schemaname = 'public'
    ) parts order by part collate "C"`,
  );

interface Place {
  /** What `openDatabase` takes. */
  readonly where: { readonly databaseUrl: string | null; readonly dataDir: string };
  /** Opens the database as it is, without migrating it. */
  look(): Promise<{ db: Database; close: () => Promise<void> }>;
}

const PLACES: Readonly<Record<string, (t: Owner) => Promise<Place>>> = {
  async pglite(t) {
    const dataDir = await migratedDataDirectory(t);
    return {
      where: { databaseUrl: null, dataDir },
      async look() {
        const { client, db } = await startPglite({ dataDir: join(dataDir, "pglite") });
        return { db, close: () => client.close() };
      },
    };
  },
  async postgres(t) {
    const databaseUrl = await emptyPostgres(t);
    return { where: { databaseUrl, dataDir: "unused" }, look: async () => connectPostgres(databaseUrl) };
  },
};

for (const [engine, findPlace] of Object.entries(PLACES)) {
  suite(`migrations on ${engine}`, () => {
    test("are applied once, however often the database is opened", async (t) => {
      const { where } = await findPlace(t);
      for (let round = 0; round < 2; round += 1) {
        const { db, close } = await openDatabase(where);
        assert.deepEqual(await appliedIn(db), written);
        await close();
      }
    });

    test("are refused where the database knows one that the program does not, and nothing is changed", async (t) => {
      const { where, look } = await findPlace(t);
      const first = await openDatabase(where);
      await first.db.execute(sql`drop schema public cascade`);
      await first.db.execute(sql`create schema public`);
      await first.db.execute(sql`update drizzle.__drizzle_migrations set created_at = 1, hash = 'unknown'`);
      await first.close();

      for (let round = 0; round < 2; round += 1) {
        await assert.rejects(openDatabase(where), (error) => {
          assert.ok(error instanceof DatabaseError);
          assert.equal(error.code, "database_newer");
          assert.match(
            error.message,
            /version plus récente de Vigie.*mettez Vigie à jour.*Rien n’y a été changé/,
          );
          return true;
        });
      }
      const { db, close } = await look();
      t.after(close);
      assert.deepEqual(await tablesOf(db), []);
      assert.deepEqual(
        await appliedIn(db),
        written.map(() => 1),
      );
    });
  });
}

suite("migrations", () => {
  test("make every table of the schema, and the same on both engines", async (t) => {
    const [pglite, postgres] = await Promise.all(databaseEngines.map(({ fresh }) => fresh(t)));
    assert.ok(pglite !== undefined && postgres !== undefined);
    const ours = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [getTableName(table)] : []));
    assert.deepEqual(await tablesOf(pglite), ours.sort());
    assert.deepEqual(await shapeOf(pglite), await shapeOf(postgres));
  });

  test("are applied once where ten servers start together on one empty PostgreSQL", async (t) => {
    const where = { databaseUrl: await emptyPostgres(t), dataDir: "unused" };
    const opened = await Promise.all(Array.from({ length: 10 }, () => openDatabase(where)));
    assert.deepEqual(await appliedIn(opened[0]!.db), written);
    await Promise.all(opened.map(({ close }) => close()));
  });

  test("are listed from the oldest to the newest: drizzle passes over what is older than the last applied", () => {
    assert.deepEqual(
      written,
      written.toSorted((one, other) => one - other),
    );
    assert.equal(new Set(written).size, written.length);
  });
});
