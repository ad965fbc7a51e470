import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** The one handle all stores take, whichever engine is behind it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The right to do something alone, until it is released or its holder dies. */
export interface HeldLock {
  /** Aborted where the database took the lock back, as when its server restarts: somebody else may hold it by now. */
  readonly lost: AbortSignal;
  /** Whether somebody waits for it. */
  isAwaited(): Promise<boolean>;
  release(): Promise<void>;
}

/** A database that is open, migrated and ours until it is closed. */
export interface OpenDatabase {
  readonly db: Database;
  readonly engine: "postgres" | "pglite";
  /**
   * Takes a lock by its name, for this caller alone among all processes that use the database; null where it is still
   * held by another after `waitMs`, or when `givenUp` is aborted. Whoever waits longest comes first.
   */
  lock(name: string, waitMs: number, givenUp?: AbortSignal): Promise<HeldLock | null>;
  /** Waits for the queries under way; calling it again does nothing more. */
  close(): Promise<void>;
}
