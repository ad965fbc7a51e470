import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** The one handle all stores take, whichever engine is behind it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
