import type { SkippedRound } from "../ingest/ingest-round.ts";
import type { RoundReport } from "../ingest/round.ts";
import { printFacts } from "./facts.ts";
import { printError, printLine } from "./terminal.ts";

const SKIPPED: Readonly<Record<SkippedRound["reason"], string>> = {
  done_by_another: "Une autre ronde était en cours et vient de finir : il n’y a rien de plus à faire.",
  asked_to_wait: "Le site demande à ne pas être sollicité pour l’instant",
  asked_to_stop: "Arrêté avant de commencer : une autre ronde est en cours.",
  busy: "Une autre ronde dure trop longtemps ; réessayez plus tard (GET /api/v1/ingest/runs les montre).",
};

/** Says what came of a round, for people or as one line of JSON; gives back the exit code. */
export async function printRound(
  report: RoundReport | SkippedRound,
  { json }: { readonly json?: boolean },
): Promise<number> {
  if (json === true) await printLine(JSON.stringify(jsonOf(report)));
  else if (report.outcome === "skipped") await printLine(skippedMessage(report));
  else await printReport(report);
  if (report.outcome === "skipped") return 0;
  if (report.outcome === "broken") return 1;
  return report.refused > 0 ? 2 : 0;
}

/** In the words of the public contract: `refused` lists the pages, where the counts have their number. */
function jsonOf(report: RoundReport | SkippedRound): object {
  if (report.outcome === "skipped") return report;
  const { refusals, failures, refused: refusedCount, failed: failedCount, ...rest } = report;
  const { seen, new: fresh, changed, unchanged, ...ours } = rest;
  return {
    seen,
    new: fresh,
    changed,
    unchanged,
    refused: refusals,
    failed: failures,
    refusedCount,
    failedCount,
    ...ours,
  };
}

function skippedMessage({ reason, resumeAt }: SkippedRound): string {
  return resumeAt === null ? SKIPPED[reason] : `${SKIPPED[reason]} (pas avant ${resumeAt.toISOString()}).`;
}

async function printReport(report: RoundReport): Promise<void> {
  await printFacts({
    vues: report.seen,
    nouvelles: report.new,
    changées: report.changed,
    inchangées: report.unchanged,
    "d’un autre genre": report.otherKinds,
    absentes: report.absent,
    refusées: report.refused,
    échouées: report.failed,
    requêtes: report.requests,
  });
  for (const { file, code, message } of report.refusals) printError(`refusée  ${file}  ${code} : ${message}`);
  for (const { questionId, message } of report.poorer)
    printError(`gardée à part  ${questionId} : ${message}`);
  for (const { sourceId, code, message } of report.failures) {
    printError(`échouée  ${sourceId}  ${code} : ${message}`);
  }
  if (report.message !== null) printError(report.message);
  else if (report.outcome === "stopped")
    printError("La ronde s’est arrêtée avant la fin ; la prochaine reprendra là.");
}
