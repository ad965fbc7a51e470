import type { AnswerRule, Closure } from "./answer-rule.ts";

const inFrench = new Intl.ListFormat("fr", { type: "conjunction" });

const CLOSURES_IN_FRENCH: Readonly<Record<Closure, string>> = {
  publicHolidays: "les jours fériés légaux",
  communityDay: "le 27 septembre",
  recess: "les vacances parlementaires",
};

/** « 15 jours ouvrables » */
function describePeriod({ periodDays, countedIn }: AnswerRule): string {
  const days = periodDays === 1 ? "jour" : "jours";
  if (countedIn === "calendarDays") return `${periodDays} ${days} calendrier`;
  return `${periodDays} ${days} ${periodDays === 1 ? "ouvrable" : "ouvrables"}`;
}

/** How a rule counts, as the middle of a French sentence: « 15 jours ouvrables à compter du …, sans compter … ». */
export function describeRule(rule: AnswerRule): string {
  const first = rule.dayZero === "tabledOn" ? "lendemain" : "surlendemain";
  const weekend = rule.countedIn === "workingDays" ? ["les samedis", "les dimanches"] : [];
  const leftOut = [...weekend, ...rule.closedOn.map((closure) => CLOSURES_IN_FRENCH[closure])];
  const but = leftOut.length === 0 ? "tous comptés" : `sans compter ${inFrench.format(leftOut)}`;
  return `${describePeriod(rule)} à compter du ${first} du dépôt, ${but}`;
}
