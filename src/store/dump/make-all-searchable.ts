import type { Database } from "../database.ts";
import { makeSearchable } from "../deriving/make-searchable.ts";
import { listStoredFacts } from "../deriving/stored-facts.ts";

/** Some 3 MB of versions. */
const BATCH_SIZE = 250;

/** Makes what questions are searched by, which no dump holds. */
export async function makeAllSearchable(tx: Database, parliament: string): Promise<void> {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const stored = await listStoredFacts(tx, parliament, { after, limit: BATCH_SIZE });
    await makeSearchable(tx, stored, { parliament });
    after = stored.at(-1)?.id;
  }
}
