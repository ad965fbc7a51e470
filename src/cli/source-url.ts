import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isReferenceSourceId } from "../domain/question-identity.ts";
import { defaultSource } from "../sources/registry.ts";

/** Fictional pages, so that a first start has something to show. */
export const SAMPLE_PAGES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

const SAMPLE_IDS = new Set(readdirSync(SAMPLE_PAGES).map(defaultSource.findSourceId));

/** The official page of a question; none for fiction, nor where the number is not known. */
export function sourceUrlOf(sourceId: string): string | null {
  return SAMPLE_IDS.has(sourceId) || isReferenceSourceId(sourceId) ? null : defaultSource.urlOf(sourceId);
}
