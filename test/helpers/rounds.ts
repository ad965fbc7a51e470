import { backfill, type BackfillOptions } from "../../src/ingest/backfill.ts";
import { ingestRound, type IngestOptions, type SkippedRound } from "../../src/ingest/ingest-round.ts";
import type { RoundParts, RoundReport } from "../../src/ingest/round.ts";
import { createSiteClient, type SiteClientOptions } from "../../src/fetching/create-site-client.ts";
import type { Source } from "../../src/sources/shared/source.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import type { Database, OpenDatabase } from "../../src/store/database.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createPageLedger } from "../../src/store/page-ledger.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { createPgliteLocks } from "../../src/store/pglite-lock.ts";
import { createSourceStateStore } from "../../src/store/source-state.ts";

/** A clock that stands still but for the waits of who uses it: these take no time at all. */
export interface FakeClock {
  now(): Date;
  /** Moves on by so many milliseconds. */
  pass(ms: number): void;
  set(instant: string): void;
  /** A wait that is over at once, when the clock has moved on. */
  sleep(ms: number, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

export function fakeClock(instant: string): FakeClock {
  let time = new Date(instant).getTime();
  return {
    now: () => new Date(time),
    pass: (ms) => void (time += ms),
    set: (next) => void (time = new Date(next).getTime()),
    async sleep(ms, { signal } = {}) {
      signal?.throwIfAborted();
      time += ms;
    },
  };
}

/** What a test of rounds may want otherwise. */
export interface RoundOptions {
  readonly url: string;
  readonly clock: FakeClock;
  readonly source?: Source;
  readonly stopping?: AbortSignal;
  readonly lock?: OpenDatabase["lock"];
  readonly client?: Partial<SiteClientOptions>;
}

/** Rounds of one parliament on a database, against a site at `url`, with nothing in them that is not the program's. */
export function roundsOn(db: Database, options: RoundOptions) {
  const { url, clock, source = wallonia, stopping = new AbortController().signal } = options;
  const { now, sleep } = clock;
  const { parliament, parserVersion, hosts } = source;
  const parts: RoundParts = {
    source,
    sourceBaseUrl: url,
    client: createSiteClient({
      ...{ hosts, baseUrl: url, userAgent: "Vigie/test", intervalMs: 700, now, sleep, stopping },
      random: () => 0.5,
      ...options.client,
    }),
    pages: createPageStore(db, { parliament, now }),
    ledger: createPageLedger(db, { parliament, parserVersion, now }),
    runs: createIngestRuns(db, { parliament, now }),
    state: createSourceStateStore(db, { parliament }),
    lock: options.lock ?? createPgliteLocks(),
    now,
  };
  return {
    parts,
    /** One round, a minute after whatever was before. */
    round(wishes: Partial<IngestOptions> = {}): Promise<RoundReport | SkippedRound> {
      clock.pass(60_000);
      return ingestRound(parts, { kind: "round", absentRun: 20, stopping, ...wishes });
    },
    backfill(from: number, to: number, wishes: Partial<BackfillOptions> = {}): Promise<RoundReport> {
      clock.pass(60_000);
      const unwatched = () => undefined;
      return backfill(parts, {
        ...{ range: { from, to }, newestFirst: true, stopping, onLook: unwatched },
        ...wishes,
      });
    },
  };
}
