import type { Database } from "./database.ts";
import { type ReferenceData, referenceDataOf } from "./reference/reference-data.ts";
import { rolledBack } from "./rolled-back.ts";
import { explainFailure } from "./saving/failed-batch.ts";
import { recallPages } from "./saving/recall.ts";
import { saveBatch } from "./saving/save-batch.ts";
import { storable } from "./saving/storable-text.ts";
import type { MetPage, Outcome, TakenPage } from "./saving/taken-page.ts";

export type { MetPage, Outcome, TakenPage } from "./saving/taken-page.ts";
export type { RefusalReason } from "./schema/index.ts";

/** Takes pages over. */
export interface PageStore {
  /**
   * Takes pages over in order, in one transaction; the outcome of each at the same index.
   * @throws {UnstorablePageError} when the database refuses one of them; nothing of the batch is then stored
   * @throws {ConflictError} for samples, when real pages have come in the meantime
   */
  savePages(pages: readonly TakenPage[]): Promise<Outcome[]>;
  /**
   * For pages met before with the same bytes and the same parser: their outcome without parsing again, after noting
   * that they were looked at. Null at the index of a page that must be parsed.
   */
  recallPages(pages: readonly MetPage[]): Promise<(Outcome | null)[]>;
}

/** Where pages go. */
export interface PageStoreOptions {
  readonly parliament: string;
  readonly now: () => Date;
  /** Whether the pages are the fictional ones of a first start, which go with the first real page. */
  readonly samples?: boolean;
  /** What facts are derived from; by default what `seeds/` holds about the parliament. */
  readonly reference?: ReferenceData;
}

export function createPageStore(
  db: Database,
  { parliament, now, samples = false, reference = referenceDataOf(parliament) }: PageStoreOptions,
): PageStore {
  return {
    async savePages(given) {
      if (given.length === 0) return [];
      const pages = given.map((page) => storable(page));
      const context = { parliament, now, samples, reference };
      try {
        return await db.transaction((tx) => saveBatch(tx, pages, context));
      } catch (error) {
        throw await explainFailure(error, pages, (page) =>
          rolledBack(db, async (tx) => {
            await saveBatch(tx, [page], context);
          }),
        );
      }
    },

    recallPages: (pages) =>
      recallPages(
        db,
        pages.map((page) => storable(page)),
        { parliament, now, samples },
      ),
  };
}
