import { eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { sourceStates } from "./schema/index.ts";
import { lockWrites } from "./write-lock.ts";

/** How the site is asked, remembered from one process to the next. */
export interface SourceState {
  /** Name of the form of address that showed a question last; null while none did. */
  readonly addressForm: string | null;
  /** The site asked to be left alone until then; null where it did not. */
  readonly resumeAt: Date | null;
}

export interface SourceStateStore {
  find(): Promise<SourceState>;
  /** What the site gave with pages under another form of address is forgotten: it says nothing of these. */
  saveAddressForm(addressForm: string): Promise<void>;
  saveResumeAt(resumeAt: Date | null): Promise<void>;
}

export function createSourceStateStore(
  db: Database,
  { parliament }: { readonly parliament: string },
): SourceStateStore {
  const save = (to: Pick<Database, "insert">, state: Partial<SourceState>) =>
    to
      .insert(sourceStates)
      .values({ parliament, ...state })
      .onConflictDoUpdate({ target: sourceStates.parliament, set: state });
  const find = async (from: Pick<Database, "select">): Promise<SourceState> => {
    const [row] = await from.select().from(sourceStates).where(eq(sourceStates.parliament, parliament));
    return { addressForm: row?.addressForm ?? null, resumeAt: row?.resumeAt ?? null };
  };
  return {
    find: () => find(db),
    saveAddressForm: (addressForm) =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        const before = await find(tx);
        await save(tx, { addressForm });
        if (before.addressForm === null || before.addressForm === addressForm) return;
        await tx.execute(sql`
          update source_pages set etag = null, last_modified = null
          where parliament = ${parliament} and (etag is not null or last_modified is not null)`);
      }),
    async saveResumeAt(resumeAt) {
      await save(db, { resumeAt });
    },
  };
}
