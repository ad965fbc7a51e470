import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { readConfig } from "../config.ts";
import { isReferenceSourceId } from "../domain/question-identity.ts";
import { createApp } from "../http/app.ts";
import { importFiles } from "../ingest/import-files.ts";
import { createLogger } from "../logging.ts";
import { defaultSource } from "../sources/registry.ts";
import type { Database } from "../store/database.ts";
import { isReady } from "../store/is-ready.ts";
import { now, openConfigured, readers, sampleParts } from "./composition.ts";
import { programVersion } from "./program-version.ts";

/** Fictional pages, so that a first start has something to show. */
const SAMPLE_PAGES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

/** Noted at the start: it may be gone before the server is ready. */
const PARENT = process.ppid;

/** How `serve` knows that it is to stop, beside the signals. */
export interface ServeOptions {
  /** Whether the end of the process that started it is a reason to stop. */
  readonly endsWithParent: boolean;
}

/** `vigie serve` and `npm start`: opens the database, then the site and the API, until told to stop. */
export async function serveCommand({ endsWithParent }: ServeOptions): Promise<number> {
  const config = readConfig();
  const logger = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const { db, engine, close } = await openConfigured(config);
  try {
    await loadSamples(db, logger);
    const app = createApp({
      ...readers(db),
      parliament: defaultSource.parliament,
      baseUrl: config.baseUrl,
      sourceUrlOf: (sourceId) => (isReferenceSourceId(sourceId) ? null : defaultSource.urlOf(sourceId)),
      isReady: () => isReady(db),
      now,
      version: programVersion(),
      logger,
    });
    await app.listen({ host: config.host, port: config.port });
    logger.info({ url: config.baseUrl, engine }, "ready");
    logger.info({ reason: await reasonToStop(endsWithParent) }, "stopping");
    await app.close();
  } finally {
    await close();
  }
  return 0;
}

async function reasonToStop(endsWithParent: boolean): Promise<string> {
  const reasons = ["SIGTERM", "SIGINT"].map((signal) => once(process, signal).then(() => signal));
  return Promise.race(endsWithParent ? [...reasons, parentGone()] : reasons);
}

async function parentGone(): Promise<string> {
  while (process.ppid === PARENT) await setTimeout(1000, undefined, { ref: false });
  return "parent gone";
}

async function loadSamples(db: Database, logger: Logger): Promise<void> {
  const parts = sampleParts(db);
  if (!(await parts.samples.isEmpty())) return;
  const report = await importFiles([SAMPLE_PAGES], parts, { kind: "samples" });
  logger.info({ pages: report.new }, "sample pages loaded");
}
