import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { DatabaseError } from "../../src/errors.ts";
import type { Database } from "../../src/store/database.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { persons } from "../../src/store/schema/index.ts";
import { startModule } from "../helpers/child-module.ts";
import { migratedDataDirectory } from "../helpers/data-directories.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const odette = { parliament: "wallonia", slug: "vermeil-odette", name: "VERMEIL Odette" };
const namesIn = async (db: Database) => (await db.select().from(persons)).map(({ name }) => name);
const inUse = (error: unknown) => error instanceof DatabaseError && error.code === "data_directory_in_use";

suite("the embedded database", () => {
  test("is created with its directories, whatever a creation cut off has left there", async (t) => {
    const dataDir = join(await temporaryDirectory(t), "vigie", "data");
    const leftover = join(dataDir, "pglite.unfinished");
    await mkdir(leftover, { recursive: true });
    await writeFile(join(leftover, "PG_VERSION"), "18\n");
    const { db, engine, close } = await openDatabase({ databaseUrl: undefined, dataDir });
    t.after(close);
    assert.equal(engine, "pglite");
    assert.deepEqual(await namesIn(db), []);
    assert.deepEqual((await readdir(dataDir)).sort(), ["lock.sqlite", "pglite"]);
  });

  test("keeps what it holds when it is closed and opened again", async (t) => {
    const dataDir = await migratedDataDirectory(t);
    const first = await openDatabase({ databaseUrl: null, dataDir });
    await first.db.insert(persons).values(odette);
    await first.close();
    const second = await openDatabase({ databaseUrl: null, dataDir });
    t.after(second.close);
    assert.deepEqual(await namesIn(second.db), ["VERMEIL Odette"]);
  });

  test("keeps what it holds when its process is killed", async (t) => {
    const dataDir = await migratedDataDirectory(t);
    const other = await startModule(
      t,
      `import { openDatabase } from "./src/store/open-database.ts";
       import { persons } from "./src/store/schema/index.ts";
       const { db } = await openDatabase({ databaseUrl: null, dataDir: ${JSON.stringify(dataDir)} });
       await db.insert(persons).values(${JSON.stringify(odette)});
       console.log("stored");
       setInterval(() => undefined, 60_000);`,
    );
    assert.equal(other.said, "stored");
    await assert.rejects(openDatabase({ databaseUrl: null, dataDir }), inUse);
    await other.kill();
    const { db, close } = await openDatabase({ databaseUrl: null, dataDir });
    t.after(close);
    assert.deepEqual(await namesIn(db), ["VERMEIL Odette"]);
  });

  test("belongs to whoever opened it until they close it, and may be closed twice", async (t) => {
    const dataDir = await migratedDataDirectory(t);
    const first = await openDatabase({ databaseUrl: null, dataDir });
    await assert.rejects(openDatabase({ databaseUrl: null, dataDir }), inUse);
    assert.deepEqual(await namesIn(first.db), []);
    await Promise.all([first.close(), first.close()]);
    const second = await openDatabase({ databaseUrl: null, dataDir });
    t.after(second.close);
    await first.close();
    await assert.rejects(openDatabase({ databaseUrl: null, dataDir }), inUse);
  });
});
