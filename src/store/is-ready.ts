import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/** Whether the database answers; a refusal of any kind is a no. */
export async function isReady(db: Database): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
