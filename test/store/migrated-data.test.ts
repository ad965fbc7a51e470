import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { recomputeIfNeeded } from "../../src/ingest/recompute.ts";
import type { Database } from "../../src/store/database.ts";
import { createDerivationStore } from "../../src/store/derivation-store.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { migrations } from "../../src/store/migrate.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { connectPostgres } from "../../src/store/postgres.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { databaseEngines, emptyPostgres } from "../helpers/databases.ts";
import { wordsOf } from "../helpers/dump.ts";
import { NOW, PARLIAMENT } from "../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion } from "../helpers/questions.ts";
import { store } from "../helpers/registers.ts";

/** Version 0001 was the last that knew neither natures nor due days. */
const BEFORE = 2;

const QUESTIONS = [
  aQuestion({ answers: [aPromise()] }),
  aQuestion({ answers: [anAnswer()] }),
  aQuestion({ sourceId: "900002", officialNumber: 2, answers: [aHoldingAnswer()] }),
  aQuestion({ sourceId: "900003", officialNumber: 3, askedBy: "VERMÉIL Odette" }),
  aQuestion({ sourceId: "900004", officialNumber: 4, askedBy: "???" }),
];

/** Prepares an empty database as a program of that time did. */
async function migrateAsBefore(db: Database): Promise<void> {
  await db.execute(sql`create schema drizzle`);
  await db.execute(
    sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  for (const { sql: statements, hash, folderMillis } of readMigrationFiles(migrations).slice(0, BEFORE)) {
    for (const statement of statements) await db.execute(sql.raw(statement));
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}

/** Copies what the older tables have room for. */
async function copyRows(from: Database, to: Database): Promise<void> {
  const columns = await selectRows<{ table: string; names: string[] }>(
    to,
    sql`
      select table_name as table, array_agg(column_name::text) as names from information_schema.columns
      where table_schema = 'public' group by table_name`,
  );
  await to.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const { table, names } of columns) {
      const name = sql.identifier(table);
      const [all] = await selectRows<{ rows: string | null }>(
        from,
        sql`select jsonb_agg(to_jsonb(t))::text as rows from ${name} as t`,
      );
      const list = sql.join(
        names.map((column) => sql.identifier(column)),
        sql`, `,
      );
      await tx.execute(sql`
        insert into ${name} (${list}) overriding system value
        select ${list} from jsonb_populate_recordset(null::${name}, ${all?.rows ?? "[]"}::jsonb)`);
    }
  });
}

test("a register of version 0001 is migrated, and derived as if it had been stored today", async (t) => {
  const today = await databaseEngines.find(({ engine }) => engine === "postgres")!.fresh(t);
  for (const question of QUESTIONS) await store(today, [question]);

  const databaseUrl = await emptyPostgres(t);
  const old = connectPostgres(databaseUrl);
  await migrateAsBefore(old.db);
  await copyRows(today, old.db);
  await old.close();

  const { db, lock, close } = await openDatabase({ databaseUrl, dataDir: "unused" });
  t.after(close);
  const options = { parliament: PARLIAMENT, now: () => NOW };
  const report = await recomputeIfNeeded({
    ...options,
    lock,
    derivations: createDerivationStore(db, options),
    runs: createIngestRuns(db, options),
  });
  assert.equal(report?.seen, 4);
  const seenIn = async (register: Database) => {
    const {
      ingest_runs: _runs,
      derivation_states: _states,
      questions = [],
      ...rest
    } = await wordsOf(register);
    return { ...rest, questions: questions.map(({ modifiedAt: _at, ...question }) => question) };
  };
  assert.deepEqual(await seenIn(db), await seenIn(today));
});
