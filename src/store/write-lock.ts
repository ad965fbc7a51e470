import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/**
 * Makes this transaction the only one that writes what is known of a parliament, until it ends. So two importers never
 * wait for each other in a circle, what one reads before it writes stays true, and events become visible in the order
 * of their ids: a reader that remembers the last id it saw misses none.
 */
export async function lockWrites(tx: Pick<Database, "execute">, parliament: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`vigie:${parliament}`}, 0))`);
}
