import { constants, existsSync } from "node:fs";
import { access, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, type PGliteOptions, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { lockDataDirectory } from "./data-directory-lock.ts";
import { DatabaseError } from "../errors.ts";
import type { OpenDatabase } from "./database.ts";
import { migrations, refuseNewerDatabase } from "./migrate.ts";
import { createPgliteLocks } from "./pglite-lock.ts";
import * as schema from "./schema/index.ts";

/**
 * Opens the embedded database in `dataDir`, after creating and migrating it as need be. Only one at a time may.
 * @throws {DatabaseError} `data_directory_in_use`, `data_directory_unusable` or `database_newer`
 */
export async function openPglite(dataDir: string): Promise<OpenDatabase> {
  await makeDirectory(dataDir);
  const lock = lockDataDirectory(dataDir);
  try {
    const directory = join(dataDir, "pglite");
    if (!existsSync(directory)) await createPglite(directory);
    const { client, db } = await startPglite({ dataDir: directory });
    let closing: Promise<void> | undefined;
    const close = () => (closing ??= client.close().finally(() => lock.release()));
    try {
      await migratePglite(db);
    } catch (error) {
      await close();
      throw error;
    }
    return { db, engine: "pglite", lock: createPgliteLocks(), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeDirectory(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    throw new DatabaseError(
      "data_directory_unusable",
      `Le dossier de données « ${dataDir} » ne peut être ni créé ni écrit. Donnez un autre dossier (DATA_DIR), ou ` +
        "le droit d’y écrire.",
      { dataDir },
      { cause },
    );
  }
}

/** An embedded database as all of them are set up: integers of any size are numbers, as on PostgreSQL. */
export async function startPglite(options: PGliteOptions) {
  const client = await PGlite.create({
    ...options,
    extensions: { pg_trgm },
    parsers: { [types.INT8]: Number },
  });
  return { client, db: drizzle(client, { schema }) };
}

/**
 * Brings an embedded database up to this version.
 * @throws {DatabaseError} `database_newer`
 */
export async function migratePglite(db: Awaited<ReturnType<typeof startPglite>>["db"]): Promise<void> {
  await refuseNewerDatabase(db);
  await migrate(db, migrations);
}

/** A directory half written by a process that was killed cannot be opened again: it gets its name when it is whole. */
async function createPglite(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const { client } = await startPglite({ dataDir: unfinished });
  await client.close();
  await rename(unfinished, directory);
}
