import type { CalendarDate } from "../calendar-date.ts";
import type { CalendarData, Deadline, SkippedDay } from "./answer-calendar.ts";
import { describeRule } from "./describe-rule.ts";
import { dayAndMonth, dayName, inFull } from "./french-day.ts";

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
      ? "Aucune date limite n’est encore enregistrée pour cette question"
      : `La date limite enregistrée, le ${dayOf(answerDueOn)}, vient d’une règle ou de jours fermés qui ont changé`;
  return `${stored}\u202f; le calcul sera refait.`;
}

function explainSkipped(skipped: readonly SkippedDay[]): string {
  if (skipped.length === 0) return "Dans l’intervalle, tous les jours ont compté.";
  const days = skipped.length === 1 ? "1 jour n’a pas compté" : `${skipped.length} jours n’ont pas compté`;
  return `Dans l’intervalle, ${days}\u00a0: ${inFrench.format(groupsOf(skipped))}.`;
}

/** The skipped days in words: weekends and recesses by their number, others by their name and day. */
function groupsOf(skipped: readonly SkippedDay[]): string[] {
  const weekends = skipped.filter(({ reason }) => reason === "weekend");
  const recesses = Map.groupBy(
    skipped.filter(({ reason }) => reason === "recess"),
    ({ name }) => name,
  );
  const named = skipped.filter(({ reason }) => reason !== "weekend" && reason !== "recess");
  return [
    ...(weekends.length === 0 ? [] : [`${count(weekends)} de week-end`]),
    ...named.map(({ on, name }) => `${name} (${dayAndMonth(on)})`),
    ...[...recesses].map(([name, days]) => `${count(days)} de recès («\u00a0${name}\u00a0»)`),
  ];
}

const count = (days: readonly SkippedDay[]) => `${days.length} ${days.length === 1 ? "jour" : "jours"}`;

/** « mardi 4 février 2014 » */
const dayOf = (date: CalendarDate) => `${dayName(date)} ${inFull(date)}`;
