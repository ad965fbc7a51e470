import type { CalendarDate } from "../calendar-date.ts";
import type { DelayDoubt } from "../delay-doubt.ts";
import { dayAndMonth, dayName, inFull } from "../french-day.ts";
import type { CalendarData, Deadline, SkippedDay } from "./answer-calendar.ts";
import { describeRule } from "./describe-rule.ts";

const inFrench = new Intl.ListFormat("fr", { type: "conjunction" });

/** A deadline in a few French sentences: the day, the rule, what was left out, and how sure all this is. */
export function explainDeadline(
  tabledOn: CalendarDate,
  { rule, dueOn, skipped }: Deadline,
  { recesses }: Pick<CalendarData, "recesses">,
): string {
  const lacksRecesses = rule.closedOn.includes("recess") && recesses.length === 0;
  return [
    `La date limite pour répondre à la question déposée le ${dayOf(tabledOn)} est le ${dayOf(dueOn)}\u00a0: ` +
      `${describeRule(rule)}.`,
    explainSkipped(skipped),
    ...(lacksRecesses
      ? ["Les dates des vacances parlementaires ne sont pas connues\u00a0: aucune n’est écartée."]
      : []),
    rule.verified
      ? "Cette règle a été vérifiée dans le texte du règlement."
      : "Cette date est indicative, comme tout retard qui s’y mesure\u00a0: " +
        "la règle n’a pas été vérifiée dans le texte du règlement.",
  ].join(" ");
}

/** Why a question has no deadline, in French. */
export function explainNoDeadline(tabledOn: CalendarDate): string {
  return `Aucune règle de délai n’est connue pour une question déposée le ${dayOf(tabledOn)}\u00a0: elle n’a pas de date limite.`;
}

/** Why a stored deadline cannot be explained, in French; `answerDueOn` is null where none is stored. */
export function explainFormerDeadline(answerDueOn: CalendarDate | null): string {
  const stored =
    answerDueOn === null
      ? "Aucune date limite n’est enregistrée pour cette question, ce qui"
      : `La date limite enregistrée, le ${dayOf(answerDueOn)},`;
  return `${stored} ne s’accorde pas avec les règles et les jours fermés connus ici à présent.`;
}

const DOUBTS: Readonly<Record<DelayDoubt, string>> = {
  withdrawn:
    "La page ne porte, à la place de la question, que la mention de son retrait\u00a0: aucune réponse n’est attendue.",
  impossibleDates:
    "La page porte une date d’avant le dépôt ou d’un jour à venir\u00a0: le délai de réponse ne peut pas être dit.",
  unreadItems:
    "La page annonce plus d’éléments qu’elle n’en montre, et la réponse peut être de ceux qui manquent\u00a0: " +
    "la question n’est pas dite en retard.",
  promiseDate:
    "La réponse a pris, sous la même date, la place d’une promesse de réponse\u00a0: sa propre date n’est pas connue.",
};

/** Why the delays of a question cannot be told, in French. */
export const explainDoubt = (doubt: DelayDoubt) => DOUBTS[doubt];

function explainSkipped(skipped: readonly SkippedDay[]): string {
  if (skipped.length === 0) return "Dans l’intervalle, tous les jours ont compté.";
  const didNotCount = skipped.length === 1 ? "n’a pas compté" : "n’ont pas compté";
  const groups = groupsOf(skipped);
  // A single group that is told by its number needs no sum before it.
  if (groups.length === 1 && !skipped.some(isToldByName))
    return `Dans l’intervalle, ${groups[0]} ${didNotCount}.`;
  return `Dans l’intervalle, ${count(skipped)} ${didNotCount}\u00a0: ${inFrench.format(groups)}.`;
}

/** The skipped days in words: weekends and recesses by their number, others by their name and day. */
function groupsOf(skipped: readonly SkippedDay[]): string[] {
  const weekends = skipped.filter(({ reason }) => reason === "weekend");
  const recesses = Map.groupBy(
    skipped.filter(({ reason }) => reason === "recess"),
    ({ name }) => name,
  );
  return [
    ...(weekends.length === 0 ? [] : [`${count(weekends)} de week-end`]),
    ...skipped.filter(isToldByName).map(({ on, name }) => `${name} (${dayAndMonth(on)})`),
    ...[...recesses].map(
      ([name, days]) => `${count(days)} de vacances parlementaires («\u00a0${name}\u00a0»)`,
    ),
  ];
}

const isToldByName = ({ reason }: SkippedDay) => reason !== "weekend" && reason !== "recess";

const count = (days: readonly SkippedDay[]) => `${days.length} ${days.length === 1 ? "jour" : "jours"}`;

/** « mardi 4 février 2014 » */
const dayOf = (date: CalendarDate) => `${dayName(date)} ${inFull(date)}`;
