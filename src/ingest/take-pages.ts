import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Validators } from "../domain/page-ledger.ts";
import type { PageOrigin } from "../domain/page-verdict.ts";
import { readPage } from "./read-page.ts";
import type { RawPage, Source } from "../sources/shared/source.ts";
import type { Outcome, PageStore, TakenPage } from "../store/page-store.ts";

const PAGES_IN_A_ROW = 4;

/** A page on its way in, with when it came. */
export interface IncomingPage extends RawPage {
  readonly fetchedAt: Date;
  /** HTTP status; null for a file. */
  readonly status: number | null;
  /** `source`: the site shows it now. `file`: nobody knows when it did. */
  readonly origin: PageOrigin;
  /** What the site gave with it; null for a file. */
  readonly validators: Validators | null;
}

/** Pages read and parsed, waiting to be stored. */
export interface PreparedPages {
  /** Stores what has to be stored; the outcome of each page, in order. */
  save(): Promise<Outcome[]>;
}

/**
 * Steps 3 to 6 of a page's way, for a batch: hash, snapshot, parse, store. Bytes met before and read by the same parser
 * are not parsed again. Preparing is apart from saving so that one batch is parsed while another is being stored.
 */
export async function preparePages(
  pages: readonly IncomingPage[],
  source: Source,
  store: PageStore,
): Promise<PreparedPages> {
  const hashed = pages.map((page) => ({
    page,
    sha256: hashOf(page),
  }));
  const recalled = await store.recallPages(
    hashed.map(({ page, sha256 }) => ({
      sourceId: sourceIdOf(page, source),
      sha256,
      parserVersion: source.parserVersion,
      fetchedAt: page.fetchedAt,
      origin: page.origin,
      validators: page.validators,
    })),
  );
  const unknown = hashed.filter((_, i) => recalled[i] === null);
  const taken: TakenPage[] = [];
  for (const { page, sha256 } of unknown) {
    taken.push(takePage(page, source, { sha256 }));
    // Another batch may be on its way into the database: its next statement must not wait for all of these pages.
    if (taken.length % PAGES_IN_A_ROW === 0) await setImmediate();
  }
  return {
    async save() {
      const saved = (await store.savePages(taken)).values();
      return recalled.map((outcome) => outcome ?? nextOf(saved));
    },
  };
}

/** A page as the store takes it, with what was read in it. */
export function takePage(
  page: IncomingPage,
  source: Source,
  { sha256 = hashOf(page), reading = readPage(page, source) }: TakeOptions = {},
): TakenPage {
  const readId = "question" in reading ? reading.question.sourceId : null;
  return {
    snapshot: {
      sourceId: readId ?? sourceIdOf(page, source),
      sha256,
      location: page.location,
      status: page.status,
      contentType: page.contentType ?? null,
      byteLength: page.bytes.length,
      // At once: for pages this small, handing them to another thread takes four times as long as compressing them.
      content: gzipSync(page.bytes),
      fetchedAt: page.fetchedAt,
    },
    parserVersion: source.parserVersion,
    origin: page.origin,
    validators: page.validators,
    reading,
  };
}

/** What is known of a page already. */
interface TakeOptions {
  readonly sha256?: string;
  readonly reading?: TakenPage["reading"];
}

/** SHA-256 of the bytes, in lower-case hex. */
export function hashOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const sourceIdOf = (page: RawPage, source: Source) => page.sourceId ?? source.findSourceId(page.location);

function nextOf(outcomes: ArrayIterator<Outcome>): Outcome {
  const { value } = outcomes.next();
  if (value === undefined) throw new Error("the store gave fewer outcomes than it was given pages");
  return value;
}
