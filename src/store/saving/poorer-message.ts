import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Loss } from "../../domain/lost-parts.ts";
import type { AnswerKind, ParsedAnswer } from "../../domain/parsed-question.ts";
import type { QuestionContent } from "../../domain/question-content.ts";

/** Enough to understand what happened to a page, however much it lacks. */
const MOST_NAMED = 4;

const inFrench = new Intl.ListFormat("fr", { type: "conjunction" });

/** Why a page that lacks something was not taken over; names what is missing. */
export function poorerMessage(losses: readonly Loss[]): string {
  const all = [...new Set(losses.map(nameOf))];
  const named = all.slice(0, MOST_NAMED);
  const others = all.length - named.length;
  if (others > 0) named.push(others === 1 ? "un autre élément" : `${others} autres éléments`);
  return `La page est moins complète que celle déjà connue\u00a0: il y manque ${inFrench.format(named)}.`;
}

/** Why a page that was current once was not taken over. `revision` is 1 for the first version. */
export function earlierMessage(revision: number): string {
  return `La page montre une version antérieure de la question (la version ${revision}), remplacée depuis.`;
}

/** Why a page under the id of another question was not taken over. */
export function anotherMessage({ officialReference, tabledOn, askedBy }: QuestionContent): string {
  return (
    `La page est celle d’une autre question (n° ${officialReference} du ${slashed(tabledOn)}, de ${askedBy})\u00a0: ` +
    "vérifiez sous quel numéro elle a été enregistrée."
  );
}

function nameOf(loss: Loss): string {
  switch (loss.part) {
    case "title":
      return "la fin du titre";
    case "office":
      return "la fin du titre du ministre";
    case "questionText":
      return "la fin du texte de la question";
    case "answer":
      return `la ${signedPart(loss.answer)}`;
    case "answerText":
      return `la fin du texte de la ${signedPart(loss.answer)}`;
    case "attachment":
      return `une annexe de la ${signedPart(loss.answer)}`;
  }
}

const PARTS: Readonly<Record<AnswerKind, string>> = {
  answer: "réponse",
  holdingAnswer: "réponse provisoire",
  authorNote: "note de l’auteur",
};

const signedPart = ({ kind, answeredOn }: ParsedAnswer) => `${PARTS[kind]} du ${slashed(answeredOn)}`;

const slashed = (date: CalendarDate) => date.split("-").reverse().join("/");
