import type { OpenDatabase } from "../../src/store/database.ts";
import { openPglite } from "../../src/store/pglite.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { migratedDataDirectory } from "./data-directories.ts";
import { emptyPostgres, type Owner } from "./databases.ts";

/** A database for the program as a process of its own. */
export interface ProgramDatabase {
  /** What names it to the program. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens it in this process, closed when the owner ends; PGlite only while no other process uses it. */
  open(): Promise<OpenDatabase>;
}

/** Makes an empty database of an engine for processes, gone when the owner ends. */
export const programDatabases: Readonly<
  Record<OpenDatabase["engine"], (t: Owner) => Promise<ProgramDatabase>>
> = {
  async postgres(t) {
    const url = await emptyPostgres(t);
    return { env: { DATABASE_URL: url }, open: () => closedWith(t, openPostgres(url)) };
  },
  async pglite(t) {
    const dataDir = await migratedDataDirectory(t);
    return { env: { DATA_DIR: dataDir }, open: () => closedWith(t, openPglite(dataDir)) };
  },
};

async function closedWith(t: Owner, opening: Promise<OpenDatabase>): Promise<OpenDatabase> {
  const database = await opening;
  t.after(database.close);
  return database;
}
