import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { sourceNumberOf } from "../source-number.ts";
import type { DerivedQuestion } from "./derive-again.ts";

/**
 * Makes the pages of questions due that turned out to wait for their answer still: the ledger counted them among the
 * answered, which are looked at seldom.
 */
export async function lookSoon(
  tx: Database,
  derived: readonly DerivedQuestion[],
  { parliament, now }: { readonly parliament: string; readonly now: Date },
): Promise<void> {
  const waiting = derived.filter(
    ({ changed, facts }) => changed.includes("state") && ["open", "holding"].includes(facts.state),
  );
  if (waiting.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    update source_pages as p set due_at = ${at}::timestamptz
    from questions as q
    where q.parliament = ${parliament} and q.id = any(${sql.param(waiting.map(({ id }) => id))}::bigint[])
      and p.parliament = ${parliament} and p.due_at > ${at}::timestamptz
      and p.source_number = ${sourceNumberOf(sql`q.source_id`)}`);
}
