import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import { type Config, readConfig } from "../config.ts";
import { ConfigError, ConflictError } from "../errors.ts";
import { createApp } from "../http/app.ts";
import { importFiles } from "../ingest/import-files.ts";
import { createLogger } from "../logging.ts";
import { defaultSource } from "../sources/registry.ts";
import type { Database, OpenDatabase } from "../store/database.ts";
import { isReady } from "../store/is-ready.ts";
import { openForReading } from "../store/open-database.ts";
import { referenceDataOf } from "../store/reference/reference-data.ts";
import { now, openCurrent, readers, sampleParts } from "./composition.ts";
import { dumpShelf } from "./dump-parts.ts";
import { programVersion } from "./program-version.ts";
import { SAMPLE_PAGES, sourceUrlOf } from "./source-url.ts";
import { startWorker } from "./worker.ts";

/** Noted at the start: it may be gone before the server is ready. */
const PARENT = process.ppid;

/** How `serve` knows that it is to stop, beside the signals. */
export interface ServeOptions {
  /** Whether the end of the process that started it is a reason to stop. */
  readonly endsWithParent: boolean;
}

/** `vigie serve` and `npm start`: opens the database, then what the role asks for, until told to stop. */
export async function serveCommand({ endsWithParent }: ServeOptions): Promise<number> {
  const config = readConfig();
  const logger = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const database = await openCurrent(config, () => logger.info("deriving everything again"));
  try {
    await loadSamples(database.db, logger);
    const site = config.role === "worker" ? null : await openSite(database, config, logger);
    const worker = config.role === "web" ? null : startWorker(database, config, logger);
    logger.info({ url: config.baseUrl, engine: database.engine, role: config.role }, "ready");
    logger.info({ reason: await reasonToStop(endsWithParent) }, "stopping");
    await Promise.all([site?.close(), worker?.stop()]);
  } finally {
    await database.close();
  }
  return 0;
}

/** The site and the API, listening. */
async function openSite(database: OpenDatabase, config: Config, logger: Logger) {
  const { db, close } = openForReading(database, config);
  const app = createApp({
    ...readers(db),
    dumps: dumpShelf(config),
    answerCalendar: referenceDataOf(defaultSource.parliament).answerCalendar,
    parliament: defaultSource.parliament,
    parliamentName: defaultSource.name,
    country: defaultSource.country,
    baseUrl: config.baseUrl,
    sourceUrlOf,
    isReady: () => isReady(db),
    now,
    version: programVersion(),
    logger,
    rateLimitPerMinute: config.rateLimitPerMinute,
    trustProxy: config.trustProxy,
  });
  app.addHook("onClose", close);
  await app.listen({ host: config.host, port: config.port }).catch((cause: unknown) => {
    throw new ConfigError(
      `Impossible d’écouter sur ${config.host}, port ${config.port} (${(cause as NodeJS.ErrnoException).code}). ` +
        "Arrêtez le programme qui occupe ce port, ou choisissez-en un autre (PORT, HOST).",
      {},
      { cause },
    );
  });
  return app;
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
  try {
    const report = await importFiles([SAMPLE_PAGES], parts, { kind: "samples" });
    logger.info({ pages: report.new }, "sample pages loaded");
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    logger.info("real pages came first, samples left out");
  }
}
