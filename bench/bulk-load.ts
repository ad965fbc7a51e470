import { sql } from "drizzle-orm";
import type { Database } from "../src/store/database.ts";
import { selectRows } from "../src/store/select-rows.ts";

/** Does some work without the indexes of words, and builds them afterwards, which takes a fraction of the time. */
export async function loadInBulk(db: Database, work: () => Promise<void>): Promise<void> {
  const indexes = await selectRows<{ name: string; definition: string }>(
    db,
    sql`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and indexdef like '%USING gin%'`,
  );
  for (const { name } of indexes) await db.execute(sql`drop index ${sql.identifier(name)}`);
  await work();
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await tx.execute(sql.raw(definition));
  });
}
