import { setImmediate } from "node:timers/promises";
import { type KeptPage, takenAgain } from "./kept-pages.ts";
import { refuseUnstorable } from "./read-page.ts";
import { storable } from "./storable-text.ts";
import type { Reading } from "./taken-page.ts";

/** The parser that is to read what is kept. */
export interface KeptPageReader {
  readonly parserVersion: string;
  read(page: KeptPage): Reading;
}

/** What a parser made of kept pages, by number of their snapshots. */
export type Readings = ReadonlyMap<number, Reading>;

/** Another batch may be on its way into the database: its next statement must not wait for all of these pages. */
const PAGES_IN_A_ROW = 4;

/** Reads pages, each once; what the database could not keep is refused, as when a page comes in. */
export async function readKeptPages(pages: readonly KeptPage[], reader: KeptPageReader): Promise<Readings> {
  const readings = new Map<number, Reading>();
  for (const page of pages) {
    if (readings.has(page.snapshotId)) continue;
    const reading = storable(reader.read(page));
    readings.set(page.snapshotId, refuseUnstorable(takenAgain(page, reading, reader.parserVersion)).reading);
    if (readings.size % PAGES_IN_A_ROW === 0) await setImmediate();
  }
  return readings;
}
