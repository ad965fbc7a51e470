import type { Database, OpenDatabase } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { connectPostgres, openPostgres } from "./postgres.ts";

/** Readers are not kept waiting longer for one statement; what takes pages in, or derives, may take its time. */
const READING_TIMEOUT_MS = 10_000;

/**
 * Opens the PostgreSQL at `databaseUrl` or, where there is none, the embedded database in `dataDir` (created where it
 * is missing), and brings it up to this version of the program.
 * @throws {DatabaseError} when the data directory is in use, the database newer than the program, or not to be reached
 */
export async function openDatabase(where: {
  readonly databaseUrl: string | null | undefined;
  readonly dataDir: string;
}): Promise<OpenDatabase> {
  return where.databaseUrl ? openPostgres(where.databaseUrl) : openPglite(where.dataDir);
}

/** A way into an open database for those who only read it. */
export interface ReadingDatabase {
  readonly db: Database;
  /** Waits for the queries under way; the database itself stays open. */
  close(): Promise<void>;
}

/**
 * Connections of their own for readers, whose statements are cancelled after a while. The embedded database has but one
 * connection, which cancels nothing: readers share it.
 */
export function openForReading(
  database: OpenDatabase,
  { databaseUrl, timeoutMs = READING_TIMEOUT_MS }: ReadingOptions,
): ReadingDatabase {
  if (!databaseUrl) return { db: database.db, close: async () => undefined };
  return connectPostgres(databaseUrl, { statementTimeoutMs: timeoutMs });
}

export interface ReadingOptions {
  readonly databaseUrl: string | null | undefined;
  readonly timeoutMs?: number;
}
