import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseError } from "../errors.ts";
import type { Database } from "./database.ts";
import { selectRows } from "./select-rows.ts";

/** What drizzle's migrators are given; found from this file, so that the program runs from any directory. */
export const migrations = { migrationsFolder: fileURLToPath(new URL("../../migrations", import.meta.url)) };

/**
 * Looks, before anything is migrated, whether all that was ever done to the database is known here.
 * @throws {DatabaseError} `database_newer` when it is not
 */
export async function refuseNewerDatabase(db: Database): Promise<void> {
  const known = new Set(readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis));
  const unknown = (await listApplied(db)).filter((createdAt) => !known.has(createdAt));
  if (unknown.length === 0) return;
  throw new DatabaseError(
    "database_newer",
    "La base de données a été préparée par une version plus récente de Vigie : mettez Vigie à jour pour l’ouvrir. " +
      "Rien n’y a été changé.",
    { unknownMigrations: unknown },
  );
}

/** When each applied migration was written, in milliseconds: drizzle knows them by that. */
async function listApplied(db: Database): Promise<number[]> {
  const tables = await selectRows(db, sql`select to_regclass('drizzle.__drizzle_migrations') as name`);
  if (tables[0]?.name === null) return [];
  const applied = await selectRows<{ createdAt: number }>(
    db,
    sql`select created_at as "createdAt" from drizzle.__drizzle_migrations order by id`,
  );
  return applied.map(({ createdAt }) => createdAt);
}
