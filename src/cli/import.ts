import { readConfig } from "../config.ts";
import { countFiles } from "../ingest/find-files.ts";
import { importFiles } from "../ingest/import-files.ts";
import type { OpenDatabase } from "../store/database.ts";
import { ingestParts, openCurrent } from "./composition.ts";
import { printFacts } from "./facts.ts";
import { findDump, importDumpFolder, type ImportReport } from "./import-dump.ts";
import { checkSourceId } from "./source-id.ts";
import { printError, printLine, startProgress } from "./terminal.ts";

/**
 * `vigie import PATH…`: parses and stores files or whole folders, or fills an empty register with a dump, and says what
 * came of it. Gives back the exit code.
 */
export async function importCommand(
  paths: readonly string[],
  { json, sourceId }: { json?: boolean; sourceId?: string },
): Promise<number> {
  checkSourceId(sourceId, paths);
  const dump = findDump(paths);
  const database = await openCurrent(readConfig());
  try {
    const report = await (dump === null
      ? importPages(database, paths, sourceId)
      : importDumpFolder(database, dump));
    if (json === true) await printLine(JSON.stringify(report));
    else await printReport(report);
    return report.refused.length > 0 ? 2 : 0;
  } finally {
    await database.close();
  }
}

async function importPages(
  { db }: OpenDatabase,
  paths: readonly string[],
  sourceId: string | undefined,
): Promise<ImportReport> {
  const progress = startProgress(process.stderr.isTTY ? await countFiles(paths) : 0);
  return importFiles(paths, ingestParts(db), {
    kind: "import",
    onProgress: (done, refused) => progress.update(done, refused),
    ...(sourceId === undefined ? {} : { sourceId }),
  }).finally(() => progress.stop());
}

async function printReport(report: ImportReport): Promise<void> {
  await printFacts({
    lues: report.seen,
    nouvelles: report.new,
    changées: report.changed,
    inchangées: report.unchanged,
    refusées: report.refused.length,
  });
  for (const { file, code, message } of report.refused) printError(`refusée  ${file}  ${code} : ${message}`);
  for (const { file, questionId, message } of report.poorer) {
    printError(`gardée à part  ${file}  ${questionId} : ${message}`);
  }
}
