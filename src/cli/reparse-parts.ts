import { keptPageReader, type ReparseParts } from "../ingest/reparse.ts";
import { defaultSource } from "../sources/registry.ts";
import type { Database } from "../store/database.ts";
import { createPageStore } from "../store/page-store.ts";
import { createReparseStore } from "../store/reparse-store.ts";
import { createSamples } from "../store/samples.ts";
import { ingestParts, now } from "./composition.ts";

const { parliament } = defaultSource;

/** What reads again what is kept; samples stay samples. `all`: also what the present parser was the last to read. */
export async function reparseParts(db: Database, { all }: { readonly all: boolean }): Promise<ReparseParts> {
  const samples = await createSamples(db, { parliament }).present();
  return {
    parliament,
    kept: createReparseStore(db, { parliament, now, reader: keptPageReader(defaultSource), all }),
    pages: createPageStore(db, { parliament, now, samples }),
    runs: ingestParts(db).runs,
  };
}
