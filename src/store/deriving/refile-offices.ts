import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import { filePortfolios } from "../saving/portfolios.ts";

/** Files every office under the portfolios its title holds, as the present rule splits it. */
export async function refileOffices(tx: Database, parliament: string): Promise<void> {
  const offices = await selectRows<{ id: number; title: string }>(
    tx,
    sql`select id, title from offices where parliament = ${parliament} order by id`,
  );
  await tx.execute(sql`delete from office_portfolios where parliament = ${parliament}`);
  await tx.execute(sql`delete from portfolios where parliament = ${parliament}`);
  await filePortfolios(tx, parliament, offices);
}
