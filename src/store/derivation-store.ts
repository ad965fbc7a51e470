import { sql } from "drizzle-orm";
import { mentionsOf } from "../domain/mentions.ts";
import type { Database } from "./database.ts";
import {
  isDerivedBy,
  noteDerivationBegun,
  noteDerivationEnded,
  noteDerivedIfEmpty,
} from "./deriving/derivation-state.ts";
import { deriveAgain } from "./deriving/derive-again.ts";
import { forgetPeople } from "./deriving/forget-people.ts";
import { lookSoon } from "./deriving/look-soon.ts";
import { makeSearchable } from "./deriving/make-searchable.ts";
import { refileOffices } from "./deriving/refile-offices.ts";
import { listStoredFacts } from "./deriving/stored-facts.ts";
import { writeFacts } from "./deriving/write-facts.ts";
import { type ReferenceData, referenceDataOf } from "./reference/reference-data.ts";
import { takeOffices } from "./saving/offices.ts";
import { takePersons } from "./saving/people.ts";
import { questions } from "./schema/index.ts";
import { lockWrites } from "./write-lock.ts";

/** Enough to make the round trips cheap, few enough to stay small in memory: some 3 MB of versions. */
const BATCH_SIZE = 250;

/** What came of deriving some questions again. */
export interface DerivedBatch {
  readonly seen: number;
  /** The names of what changed, for each question of which something did. */
  readonly changed: readonly (readonly string[])[];
  /** The number of the last question. */
  readonly last: number;
}

/**
 * Derives again what follows from the questions stored: both clocks, natures, due days, parties, people,
 * portfolios, words to search by.
 */
export interface DerivationStore {
  readonly reference: ReferenceData;
  countQuestions(): Promise<number>;
  /** Whether all of it was derived by the present rules and reference data. */
  isCurrent(): Promise<boolean>;
  /** Notes that this is so where there is no question yet. */
  noteIfEmpty(): Promise<void>;
  /** Notes that all of it is about to be derived again. */
  begin(): Promise<void>;
  /** Derives the next questions again, by number, and writes what changed; null at the end. */
  deriveNext(after: number): Promise<DerivedBatch | null>;
  /**
   * Files the offices again, forgets persons of whom nothing is left, and notes by what all of it was derived; false
   * where another process has written by other rules since `begin`.
   */
  settle(): Promise<boolean>;
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
  const { fingerprint, corrections } = reference;
  const context = { parliament, fingerprint };
  return {
    reference,
    countQuestions: () => db.$count(questions, sql`${questions.parliament} = ${parliament}`),

    isCurrent: () => isDerivedBy(db, context),
    noteIfEmpty: () => noteDerivedIfEmpty(db, context, now()),

    begin: () =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        await noteDerivationBegun(tx, context, now());
      }),

    deriveNext: (after) =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        const stored = await listStoredFacts(tx, parliament, { after, limit });
        if (stored.length === 0) return null;
        const contents = stored.map(({ versions }) => versions.at(-1)!.content);
        const personId = await takePersons(tx, contents.flatMap(mentionsOf), { parliament, corrections });
        const officeId = await takeOffices(tx, parliament, contents, personId);
        const derived = stored.map((one) => deriveAgain(one, { reference, personId, officeId }));
        const changed = derived.filter((one) => one.changed.length > 0);
        const written = { parliament, now: now() };
        if (changed.length > 0) await writeFacts(tx, changed, written);
        await lookSoon(tx, changed, written);
        await makeSearchable(tx, stored, written);
        return {
          seen: derived.length,
          changed: changed.map((question) => question.changed),
          last: derived.at(-1)!.id,
        };
      }),

    settle: () =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        await forgetPeople(tx, parliament, corrections);
        await refileOffices(tx, parliament);
        return noteDerivationEnded(tx, context, now());
      }),
  };
}
