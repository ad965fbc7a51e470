import { eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { derivationStates } from "../schema/index.ts";

/** By what the questions of a parliament were derived last, and by what they are to be. */
export interface DerivationContext {
  readonly parliament: string;
  /** Of the rules and reference data of this process. */
  readonly fingerprint: string;
}

/** What is noted while a recomputation is under way: some is derived by these rules, some not yet. */
const pending = (fingerprint: string) => `pending ${fingerprint}`;

/** Whether all of it was derived by the rules of this process. */
export async function isDerivedBy(db: Database, { parliament, fingerprint }: DerivationContext) {
  const [state] = await db
    .select({ fingerprint: derivationStates.fingerprint })
    .from(derivationStates)
    .where(eq(derivationStates.parliament, parliament));
  return state?.fingerprint === fingerprint;
}

/** Notes that it was, where there is no question yet. */
export async function noteDerivedIfEmpty(
  db: Database,
  { parliament, fingerprint }: DerivationContext,
  now: Date,
): Promise<void> {
  await db.execute(sql`
    insert into derivation_states (parliament, fingerprint, derived_at)
    select ${parliament}, ${fingerprint}, ${now.toISOString()}::timestamptz
    where not exists (select from questions where parliament = ${parliament})
    on conflict (parliament) do update set fingerprint = excluded.fingerprint, derived_at = excluded.derived_at
      where derivation_states.fingerprint <> excluded.fingerprint`);
}

/** Notes that a recomputation by the rules of this process has begun. */
export async function noteDerivationBegun(
  tx: Database,
  { parliament, fingerprint }: DerivationContext,
  derivedAt: Date,
): Promise<void> {
  const state = { fingerprint: pending(fingerprint), derivedAt };
  await tx
    .insert(derivationStates)
    .values({ parliament, ...state })
    .onConflictDoUpdate({ target: derivationStates.parliament, set: state });
}

/** Notes that it has ended; false where somebody has written by other rules meanwhile, so that it must be done again. */
export async function noteDerivationEnded(
  tx: Database,
  { parliament, fingerprint }: DerivationContext,
  derivedAt: Date,
): Promise<boolean> {
  const noted = await tx
    .update(derivationStates)
    .set({ fingerprint, derivedAt })
    .where(
      sql`${derivationStates.parliament} = ${parliament} and ${derivationStates.fingerprint} = ${pending(fingerprint)}`,
    )
    .returning({ fingerprint: derivationStates.fingerprint });
  return noted.length > 0;
}

/**
 * To be called before questions are written, under the write lock. A process that was started before the rules changed
 * goes on by the old ones: what it writes must be derived again, also where all was derived before.
 */
export async function forgetOtherDerivation(
  tx: Database,
  { parliament, fingerprint }: DerivationContext,
): Promise<void> {
  await tx.execute(sql`
    delete from derivation_states
    where parliament = ${parliament} and fingerprint not in (${fingerprint}, ${pending(fingerprint)})`);
}
