import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DatabaseError } from "../errors.ts";

/** The right to use a data directory, until it is released or the process ends, however it ends. */
export interface DataDirectoryLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** Keeps the connections from being collected as garbage, which would give the locks up unnoticed. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data directory, which must exist, for this process alone.
 *
 * The lock is an SQLite transaction that never ends. Node gives no way to lock a file, and a file with a process
 * number outlives a killed process and means nothing in another container; SQLite locks through the kernel, which
 * gives the lock back with the process and knows every container on the volume.
 * @throws {DatabaseError} `data_directory_in_use` at once, when somebody holds it, be it this process
 */
export function lockDataDirectory(dataDir: string): DataDirectoryLock {
  const connection = new DatabaseSync(join(dataDir, "lock.sqlite"), { timeout: 0 });
  try {
    connection.exec("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    throw isBusy(error) ? inUse(dataDir, error) : error;
  }
  held.add(connection);
  return {
    release() {
      if (held.delete(connection)) connection.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  // The low byte is the kind; the rest only says how it came to be.
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

function inUse(dataDir: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    "data_directory_in_use",
    `Le dossier de données « ${dataDir} » est déjà ouvert par une autre Vigie. Arrêtez-la d’abord, ou donnez à ` +
      "celle-ci un autre dossier (DATA_DIR) ou une base PostgreSQL, que plusieurs peuvent partager (DATABASE_URL).",
    { dataDir },
    { cause },
  );
}
