import type { BreakReason } from "../domain/break-guard.ts";

const IN_FRENCH: Readonly<Record<BreakReason, string>> = {
  challenge: "Le site demande si nous sommes un robot au lieu de montrer ses pages",
  login: "Le site demande de s’identifier au lieu de montrer ses pages",
  maintenance: "Le site annonce une maintenance au lieu de montrer ses pages",
  emptyPages: "Le site envoie des pages vides",
  refusals: "Les pages du site ne sont plus lisibles l’une après l’autre",
  failures: "Le site ne répond pas",
  lostAnswers: "Le site montre des questions sans les réponses qu’il avait publiées",
  noQuestions: "Le site ne montre plus, quel que soit le numéro, que des documents d’un autre genre",
  vanished: "Le site ne montre plus les questions qu’il avait publiées",
};

/** Why a round stopped by itself, and what that means for readers, as French sentences. */
export function breakMessage(
  reason: BreakReason,
  sourceNumber: number | null,
  detail: string | null,
): string {
  const seen = [
    ...(sourceNumber === null ? [] : [`page ${sourceNumber}`]),
    ...(detail === null ? [] : [detail]),
  ];
  const what = `${IN_FRENCH[reason]} (${seen.join(" : ")}).`;
  return `${what} La ronde s’arrête ; ce que voient les lecteurs ne change pas.`;
}
