import { stderr } from "node:process";
import { clearLine, cursorTo } from "node:readline";
import { readConfig } from "../config.ts";
import { reparse } from "../ingest/reparse.ts";
import type { Finding, ReparseReport } from "../ingest/reparse-report.ts";
import { openCurrent } from "./composition.ts";
import { printFacts } from "./facts.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { reparseParts } from "./reparse-parts.ts";
import { printError, printLine, startProgress } from "./terminal.ts";

/** Enough to see what happened to a question, however many answers it has. */
const MOST_PATHS = 8;

/** How `vigie reparse` was called. */
interface ReparseCommandOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/**
 * `vigie reparse`: reads every page kept again with the present parser. One line for each question that changes, before
 * it does, then the counts; with `--json` one object a line, the counts in the last one, so that nobody has to hold
 * the whole list. Gives back the exit code: 2 where a page of a stored question is now refused.
 */
export async function reparseCommand({
  dryRun = false,
  all = false,
  json = false,
}: ReparseCommandOptions): Promise<number> {
  const { db, close } = await openCurrent(readConfig());
  const stopping = stopOnInterrupt("après la page en cours");
  try {
    const parts = await reparseParts(db, { all });
    const progress = startProgress(await parts.kept.countPages());
    let lost = 0;
    const report = await reparse(parts, {
      dryRun,
      signal: stopping,
      onProgress: (done) => progress.update(done, lost),
      async onFinding(finding) {
        if (finding.finding === "lost") lost += 1;
        eraseProgress();
        await (json ? printLine(JSON.stringify(finding)) : printFinding(finding));
      },
    }).finally(() => progress.stop());
    await (json ? printLine(JSON.stringify({ finding: "summary", dryRun, ...report })) : printReport(report));
    return report.lost > 0 ? 2 : 0;
  } finally {
    await close();
  }
}

/** A line comes in the place of the bar, which is drawn again below it. */
function eraseProgress(): void {
  if (!stderr.isTTY) return;
  cursorTo(stderr, 0);
  clearLine(stderr, 0);
}

async function printFinding(finding: Finding): Promise<void> {
  switch (finding.finding) {
    case "changed":
      return printLine(`${finding.questionId}  ${shortened(finding.paths)}`);
    case "new":
      return printLine(`${finding.questionId}  nouvelle`);
    case "lost": {
      const { questionId, location, code, message } = finding;
      printError(
        `perdue  ${[questionId, location].filter((name) => name !== null).join("  ")}  ${code} : ${message}`,
      );
    }
  }
}

function shortened(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_PATHS).join(", ");
  return paths.length > MOST_PATHS ? `${named} et ${paths.length - MOST_PATHS} autres` : named;
}

async function printReport({
  finished,
  read,
  changed,
  lost,
  refused,
  ...report
}: ReparseReport): Promise<void> {
  await printFacts({
    relues: read,
    changées: changed,
    nouvelles: report.new,
    perdues: lost,
    "toujours refusées": refused,
  });
  if (!finished) printError("La relecture s’est arrêtée avant la fin : relancez-la pour la terminer.");
}
