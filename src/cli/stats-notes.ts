import type { DelayGroupJson, DelayGroupListJson } from "../http/api/schemas/delays.ts";
import type { Coverage } from "../store/coverage-reader.ts";
import { percentage, unbroken, wholeNumber } from "./french-figures.ts";

/** What of the coverage is told beside answer times. */
export type ExplainedIds = Pick<Coverage, "explainedShare" | "lowestNumber" | "highestNumber" | "totals">;

const METHOD =
  "Médiane : jours du calendrier entre le dépôt et la réponse au fond, par Kaplan-Meier, où une question ouverte " +
  "compte pour le temps déjà attendu ; entre crochets, ses limites à 95 % ; « – » : n’existe pas, ou pas encore. " +
  "Naïve : médiane des seules questions répondues, trop courte tant que d’autres attendent.";

const SHARES =
  "À temps : part répondue avant la date limite, parmi les questions dont cette date est passée.";

/** How to read the table, as paragraphs. */
export function readingNotes(
  { answerRules }: DelayGroupListJson,
  total: DelayGroupJson,
  { hasShares }: { readonly hasShares: boolean },
): string[] {
  const aside = asideOf(total);
  const unverified = answerRules.filter(({ verified }) => !verified).map(({ label }) => `« ${label} »`);
  return [
    hasShares ? `${METHOD} ${SHARES}` : METHOD,
    ...(aside.length === 0 ? [] : [`Questions ${aside.join(" ; ")}.`]),
    ...(unverified.length === 0 ? [] : [`(indicatif) : délai non vérifié, ${unverified.join(", ")}.`]),
  ].map(unbroken);
}

/** How much of the site the figures rest on. */
export function coverageNote({ explainedShare, lowestNumber, highestNumber, totals }: ExplainedIds): string {
  if (explainedShare === null || lowestNumber === null || highestNumber === null) {
    return unbroken("Couverture : aucun identifiant du site n’est encore connu.");
  }
  const share = percentage(explainedShare, { decimals: 1 });
  return unbroken(
    `Couverture : ${share} des identifiants du site sont expliqués, du nº ${lowestNumber} au nº ${highestNumber} ; ` +
      `jamais examinés : ${wholeNumber(totals.unseen)}.`,
  );
}

/** What the columns do not show, where there is any. */
function asideOf({ referrals, notCompetent, holding, converted, excluded }: DelayGroupJson): string[] {
  const told = [
    [referrals, "dont la réponse renvoie à une autre"],
    [notCompetent, "pour lesquelles le ministre se dit non compétent"],
    [holding, "sans réponse, mais avec une réponse d’attente"],
    [converted, "à la réponse desquelles l’auteur a renoncé"],
    [excluded, "aux dates impossibles ou à la page incomplète, laissées de côté"],
  ] as const;
  return told.filter(([count]) => count > 0).map(([count, which]) => `${which} : ${wholeNumber(count)}`);
}
