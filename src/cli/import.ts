import { readConfig } from "../config.ts";
import { countFiles } from "../ingest/find-files.ts";
import { importFiles } from "../ingest/import-files.ts";
import type { IngestReport } from "../ingest/ingest-report.ts";
import { ingestParts, openCurrent } from "./composition.ts";
import { printFacts } from "./facts.ts";
import { checkSourceId } from "./source-id.ts";
import { printError, printLine, startProgress } from "./terminal.ts";

/** `vigie import PATH…`: parses and stores files or whole folders, and says what came of it. Gives back the exit code. */
export async function importCommand(
  paths: readonly string[],
  { json, sourceId }: { json?: boolean; sourceId?: string },
): Promise<number> {
  checkSourceId(sourceId, paths);
  const { db, close } = await openCurrent(readConfig());
  const progress = startProgress(process.stderr.isTTY ? await countFiles(paths) : 0);
  try {
    const report = await importFiles(paths, ingestParts(db), {
      kind: "import",
      onProgress: (done, refused) => progress.update(done, refused),
      ...(sourceId === undefined ? {} : { sourceId }),
    });
    progress.stop();
    if (json === true) await printLine(JSON.stringify(report));
    else await printReport(report);
    return report.refused.length > 0 ? 2 : 0;
  } finally {
    progress.stop();
    await close();
  }
}

async function printReport(report: IngestReport): Promise<void> {
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
