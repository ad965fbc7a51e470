import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** The one handle all stores take, whichever engine is behind it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that is open, migrated and ours until it is closed. */
export interface OpenDatabase {
  readonly db: Database;
  readonly engine: "postgres" | "pglite";
  /** Waits for the queries under way; calling it again does nothing more. */
  close(): Promise<void>;
}
