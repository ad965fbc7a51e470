import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConflictError, UsageError } from "../errors.ts";
import type { IngestReport } from "../ingest/ingest-report.ts";
import { recomputeIfNeeded } from "../ingest/recompute.ts";
import { roundLockName } from "../ingest/round.ts";
import { defaultSource } from "../sources/registry.ts";
import type { OpenDatabase } from "../store/database.ts";
import { PACKAGE_FILE } from "../store/dump/data-package.ts";
import { DumpRefusal } from "../store/dump/dump-refusal.ts";
import { importDump } from "../store/dump/import-dump.ts";
import { recomputeParts } from "./composition.ts";

const { parliament } = defaultSource;

/** What came of an import, of pages or of a dump. */
export interface ImportReport extends Omit<IngestReport, "refused"> {
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

/**
 * The folder of the dump that is to be imported; null where these are pages.
 * @throws {UsageError} for a dump among other paths
 */
export function findDump(paths: readonly string[]): string | null {
  const dump = paths.find((path) => existsSync(join(path, PACKAGE_FILE)));
  if (dump === undefined) return null;
  if (paths.length === 1) return dump;
  throw new UsageError(`« ${dump} » contient ${PACKAGE_FILE} : donnez ce dossier seul, sans autre chemin.`);
}

/**
 * Fills an empty register with a dump, and derives again what other rules derived; a refusal is in the report.
 * @throws {ConflictError} while a round is under way
 */
export async function importDumpFolder(database: OpenDatabase, folder: string): Promise<ImportReport> {
  const held = await database.lock(roundLockName(parliament), 0);
  if (held === null) {
    throw new ConflictError("Une ronde est en cours : arrêtez le serveur, puis réessayez.", { parliament });
  }
  const nothing = { new: 0, changed: 0, unchanged: 0, refused: [], poorer: [] };
  try {
    const { questions = 0 } = await importDump(database.db, folder, { parliament });
    await recomputeIfNeeded(recomputeParts(database));
    return { ...nothing, seen: questions, new: questions };
  } catch (error) {
    if (!(error instanceof DumpRefusal)) throw error;
    return { ...nothing, seen: 1, refused: [{ file: folder, code: error.code, message: error.message }] };
  } finally {
    await held.release();
  }
}
