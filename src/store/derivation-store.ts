import { sql } from "drizzle-orm";
import { mentionsOf } from "../domain/derived-facts.ts";
import type { Database } from "./database.ts";
import { deriveAgain, type DerivedQuestion } from "./deriving/derive-again.ts";
import { forgetPeople } from "./deriving/forget-people.ts";
import { lookSoon } from "./deriving/look-soon.ts";
import { refileOffices } from "./deriving/refile-offices.ts";
import { listStoredFacts } from "./deriving/stored-facts.ts";
import { writeFacts } from "./deriving/write-facts.ts";
import { type ReferenceData, referenceDataOf } from "./reference/reference-data.ts";
import { takeOffices } from "./saving/offices.ts";
import { takePersons } from "./saving/people.ts";
import { derivationStates, questions } from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";
import { lockWrites } from "./write-lock.ts";

/** Enough to make the round trips cheap, few enough to stay small in memory: some 3 MB of versions. */
const BATCH_SIZE = 250;

/** What came of deriving some questions again. */
export interface DerivedBatch {
  readonly seen: number;
  /** The names of what changed, for each question of which something did. */
  readonly changed: readonly (readonly string[])[];
  /** The persons that some question was matched to and no longer is. */
  readonly leftPersons: readonly number[];
  /** The number of the last question. */
  readonly last: number;
}

/** Derives again what follows from the questions stored: both clocks, natures, due days, parties, people, portfolios. */
export interface DerivationStore {
  readonly reference: ReferenceData;
  countQuestions(): Promise<number>;
  /** Whether all of it was derived by the present rules and reference data. */
  isCurrent(): Promise<boolean>;
  /** Notes that this is so where there is no question yet. */
  noteIfEmpty(): Promise<void>;
  /** Derives the next questions again, by number, and writes what changed; null at the end. */
  deriveNext(after: number): Promise<DerivedBatch | null>;
  /** Files the offices again, forgets persons of whom nothing is left, and notes by what all of it was derived. */
  settle(leftPersons: readonly number[]): Promise<void>;
}

/** Whose questions they are. */
export interface DerivationStoreOptions {
  readonly parliament: string;
  readonly now: () => Date;
  /** By default what `seeds/` holds about the parliament. */
  readonly reference?: ReferenceData;
  readonly batchSize?: number;
}

export function createDerivationStore(
  db: Database,
  {
    parliament,
    now,
    reference = referenceDataOf(parliament),
    batchSize: limit = BATCH_SIZE,
  }: DerivationStoreOptions,
): DerivationStore {
  const { fingerprint } = reference;
  return {
    reference,
    countQuestions: () => db.$count(questions, sql`${questions.parliament} = ${parliament}`),

    async isCurrent() {
      const [state] = await selectRows<{ fingerprint: string }>(
        db,
        sql`select fingerprint from derivation_states where parliament = ${parliament}`,
      );
      return state?.fingerprint === fingerprint;
    },

    async noteIfEmpty() {
      await db.execute(sql`
        insert into derivation_states (parliament, fingerprint, derived_at)
        select ${parliament}, ${fingerprint}, ${now().toISOString()}::timestamptz
        where not exists (select from questions where parliament = ${parliament})
        on conflict (parliament) do update set fingerprint = excluded.fingerprint, derived_at = excluded.derived_at
          where derivation_states.fingerprint <> excluded.fingerprint`);
    },

    deriveNext: (after) =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        const stored = await listStoredFacts(tx, parliament, { after, limit });
        if (stored.length === 0) return null;
        const contents = stored.map(({ versions }) => versions.at(-1)!.content);
        const { corrections } = reference;
        const personId = await takePersons(tx, contents.flatMap(mentionsOf), { parliament, corrections });
        const officeId = await takeOffices(tx, parliament, contents, personId);
        const derived = stored.map((one) => deriveAgain(one, { reference, personId, officeId }));
        const changed = derived.filter((one) => one.changed.length > 0);
        const context = { parliament, now: now() };
        if (changed.length > 0) await writeFacts(tx, changed, context);
        await lookSoon(tx, changed, context);
        return batchOf(derived, changed);
      }),

    settle: (leftPersons) =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        await forgetPeople(tx, parliament, leftPersons);
        await refileOffices(tx, parliament);
        const state = { fingerprint, derivedAt: now() };
        await tx
          .insert(derivationStates)
          .values({ parliament, ...state })
          .onConflictDoUpdate({ target: derivationStates.parliament, set: state });
      }),
  };
}

const batchOf = (derived: readonly DerivedQuestion[], changed: readonly DerivedQuestion[]): DerivedBatch => ({
  seen: derived.length,
  changed: changed.map((question) => question.changed),
  leftPersons: [...new Set(changed.flatMap((question) => question.leftPersons))],
  last: derived.at(-1)!.id,
});
