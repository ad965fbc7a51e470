import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { dumpJob } from "../jobs/dump.ts";
import { ingestRoundJob } from "../jobs/ingest-round.ts";
import { startScheduler } from "../jobs/scheduler.ts";
import type { OpenDatabase } from "../store/database.ts";
import { dumpParts } from "./dump-parts.ts";
import { roundParts } from "./round-parts.ts";

/** Starts the scheduled jobs; gives back what ends them, after the page in hand. */
export function startWorker(database: OpenDatabase, config: Config, log: Logger) {
  const stopping = new AbortController();
  const parts = roundParts(database, config, stopping.signal);
  const { absentRun, ingestCron, nightlyCron, dumpCron } = config;
  const shared = { absentRun, stopping: stopping.signal };
  const jobs = [
    ingestRoundJob(parts, { ...shared, kind: "round", cron: ingestCron }, log),
    ingestRoundJob(parts, { ...shared, kind: "nightly", cron: nightlyCron }, log),
    dumpJob(dumpParts(database, config), { cron: dumpCron, stopping: stopping.signal }, log),
  ];
  const scheduler = startScheduler(jobs, { timeZone: SITE_TIME_ZONE, log });
  return {
    async stop() {
      stopping.abort();
      await scheduler.stop();
    },
  };
}
