import type { Database } from "./database.ts";

/** Does something in a transaction only to see whether it works, and takes it back; throws what it throws. */
export async function rolledBack(db: Database, attempt: (tx: Database) => Promise<unknown>): Promise<void> {
  const takenBack = new Error("taken back");
  try {
    await db.transaction(async (tx) => {
      await attempt(tx);
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
}
