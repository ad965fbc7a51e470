import { type SQL, sql } from "drizzle-orm";

/** A source id of the site as the number it is in the ledger; null for `ref-…` and whatever else is none. */
export const sourceNumberOf = (sourceId: SQL) =>
  sql`case when ${sourceId} ~ '^[1-9][0-9]{0,8}$' then ${sourceId}::integer end`;
