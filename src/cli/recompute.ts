import { readConfig } from "../config.ts";
import { recompute, type RecomputeReport } from "../ingest/recompute.ts";
import { openConfigured, recomputeParts } from "./composition.ts";
import { printFacts } from "./facts.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { printError, printLine, startProgress } from "./terminal.ts";

/**
 * `vigie recompute`: derives due days, natures, clocks, parties and people again, as rules and reference data are now,
 * and records it. Gives back the exit code: 1 where it did not come to its end.
 */
export async function recomputeCommand({ json }: { json?: boolean }): Promise<number> {
  const database = await openConfigured(readConfig());
  const signal = stopOnInterrupt("en cours");
  try {
    const parts = recomputeParts(database);
    const progress = startProgress(await parts.derivations.countQuestions());
    const report = await recompute(parts, {
      signal,
      onProgress: (done) => progress.update(done, 0),
    }).finally(() => progress.stop());
    await (json === true ? printLine(JSON.stringify(report)) : printReport(report));
    return report.finished ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** The names of fields as a French reader calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  state: "état",
  firstReplyOn: "date du premier envoi",
  answeredOn: "date de réponse",
  answerNature: "nature de la réponse retenue",
  convertedOn: "date du renoncement",
  delayDoubt: "doute sur le délai",
  answerDueOn: "date limite",
  answerRuleId: "règle de délai",
  askedByParty: "parti de l’auteur",
  askedBy: "auteur",
  addressedTo: "ministre",
  office: "titre du ministre",
  nature: "nature d’une réponse",
  answeredBy: "signataire",
};

const UNFINISHED =
  "Le recalcul n’est pas allé au bout, ou un autre processus, démarré avant que les règles ne changent, a écrit " +
  "entre-temps : redémarrez celui-ci, puis relancez le recalcul.";

async function printReport({ finished, seen, changed, unchanged, fields }: RecomputeReport): Promise<void> {
  const named = Object.entries(fields).map(([field, count]): [string, number] => [
    `  ${FIELDS[field] ?? field}`,
    count,
  ]);
  await printFacts({
    vues: seen,
    changées: changed,
    ...Object.fromEntries(named),
    inchangées: unchanged,
  });
  if (!finished) printError(UNFINISHED);
}
