import type { Database } from "./database.ts";

/** Reads in several statements what must be of one moment of the database. */
export function atOneMoment<T>(database: Database, read: (db: Database) => Promise<T>): Promise<T> {
  return database.transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });
}
