import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config.ts";
import { createSiteClient } from "../fetching/create-site-client.ts";
import type { RoundParts } from "../ingest/round.ts";
import { defaultSource } from "../sources/registry.ts";
import type { OpenDatabase } from "../store/database.ts";
import { createPageLedger } from "../store/page-ledger.ts";
import { createSourceStateStore } from "../store/source-state.ts";
import { ingestParts, now } from "./composition.ts";
import { programVersion } from "./program-version.ts";

const { parliament, parserVersion, hosts } = defaultSource;

/** What asks the site, at its pace, until told to stop. One for the whole process: the pace is its own. */
export function siteClient(config: Config, stopping?: AbortSignal) {
  return createSiteClient({
    hosts,
    baseUrl: config.sourceBaseUrl,
    userAgent: userAgentOf(config),
    intervalMs: config.fetchIntervalMs,
    now,
    sleep: (ms, { signal }) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
    random: Math.random,
    stopping,
  });
}

/** What rounds and backfills work with. */
export function roundParts({ db, lock }: OpenDatabase, config: Config, stopping: AbortSignal): RoundParts {
  return {
    ...ingestParts(db),
    sourceBaseUrl: config.sourceBaseUrl,
    client: siteClient(config, stopping),
    ledger: createPageLedger(db, { parliament, parserVersion, now }),
    state: createSourceStateStore(db, { parliament }),
    lock,
  };
}

/** Who we are and whom to write to, for whoever reads the logs of the site. */
function userAgentOf({ baseUrl, contact }: Config): string {
  return `Vigie/${programVersion()} (+${baseUrl}${contact === null ? "" : `; ${contact}`})`;
}
