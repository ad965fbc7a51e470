import type { OpenDatabase } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

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
