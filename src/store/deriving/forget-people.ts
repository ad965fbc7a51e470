import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";

/**
 * Takes from persons whom some question left what is no longer theirs: offices that no question carries, spellings that
 * no question prints of them, and persons of whom nothing is left.
 */
export async function forgetPeople(tx: Database, parliament: string, left: readonly number[]): Promise<void> {
  if (left.length === 0) return;
  const ids = sql`${sql.param([...left])}::bigint[]`;
  const unused = sql`
    select id from offices
    where parliament = ${parliament} and person_id = any(${ids})
      and not exists (
        select from questions as q where q.parliament = ${parliament} and q.office_id = offices.id
      )`;
  await tx.execute(
    sql`delete from office_portfolios where parliament = ${parliament} and office_id in (${unused})`,
  );
  await tx.execute(sql`delete from offices where parliament = ${parliament} and id in (${unused})`);
  await tx.execute(sql`
    delete from person_names as n
    where n.parliament = ${parliament} and n.person_id = any(${ids})
      and not exists (
        select from questions as q
        where q.parliament = ${parliament} and q.asked_by_id = n.person_id and q.asked_by_name = n.name
      )
      and not exists (
        select from questions as q
        where q.parliament = ${parliament} and q.addressed_to_id = n.person_id and q.addressed_to_name = n.name
      )
      and not exists (
        select from answers as a
        where a.parliament = ${parliament} and a.answered_by_id = n.person_id and a.answered_by_name = n.name
      )`);
  await tx.execute(sql`
    delete from persons as p
    where p.parliament = ${parliament} and p.id = any(${ids})
      and not exists (select from person_names as n where n.parliament = ${parliament} and n.person_id = p.id)`);
}
