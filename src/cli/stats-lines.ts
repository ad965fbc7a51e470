import type { CalendarDate } from "../domain/calendar-date.ts";
import { inFull } from "../domain/french-day.ts";
import { SMALL_GROUP } from "../domain/delays/delay-statistics.ts";
import type { DelayGroupJson, DelayGroupListJson } from "../http/api/schemas/delays.ts";
import type { DelayGrouping } from "../store/delay-reader.ts";
import { dayCount, daysWithin, percentage, wholeNumber } from "./french-figures.ts";
import { coverageNote, type ExplainedIds, readingNotes } from "./stats-notes.ts";
import { type Column, layOut, wrap } from "./text-table.ts";

const GROUPED_BY: Readonly<Record<DelayGrouping, string>> = {
  minister: "par ministre",
  party: "par parti de l’auteur",
  portfolio: "par compétence",
  session: "par session",
  month: "par mois de dépôt",
};

/** The column that does not say by itself of what it is a share. */
const IN_TIME = "à temps";

/** What the command shows. */
export interface Stats {
  readonly by: DelayGrouping;
  readonly asOf: CalendarDate;
  readonly list: DelayGroupListJson;
  /** All questions together. */
  readonly total: DelayGroupJson;
  readonly coverage: ExplainedIds;
}

/** Counts, answer times and coverage in French, no line wider than `width`. */
export function statsLines({ by, asOf, list, total, coverage }: Stats, width: number): string[] {
  const title = `Temps de réponse ${GROUPED_BY[by]}, au ${inFull(asOf)}`;
  const covered = ["", ...wrap(coverageNote(coverage), width)];
  if (total.tabled === 0) return [...wrap(`${title}\u00a0: aucune question.`, width), ...covered];
  const large = list.groups.filter(({ isSmall }) => !isSmall);
  const small = list.groups.filter(({ isSmall }) => isSmall);
  const table = layOut(
    {
      labelOf: ({ label }) => label,
      columns: columnsOf(list),
      sections: [
        { title: null, rows: large },
        { title: `moins de ${SMALL_GROUP} questions\u00a0: trop peu pour comparer`, rows: small },
        { title: "", rows: [total] },
      ],
    },
    width,
  );
  const hasShares = table.some((line) => line.replaceAll("\u00a0", " ").includes(IN_TIME));
  const notes = readingNotes(list, total, { hasShares }).flatMap((note) => ["", ...wrap(note, width)]);
  return [...wrap(title, width), "", ...table, ...notes, ...covered];
}

/** In this order; the later ones, which say most to those who know the method, give way first. */
function columnsOf({ answerRules }: DelayGroupListJson): Column<DelayGroupJson>[] {
  const doubt = answerRules.every(({ verified }) => verified) ? [] : ["(indicatif)"];
  return [
    { heading: ["posées"], cell: ({ tabled }) => wholeNumber(tabled), givesWay: 0 },
    { heading: ["avec", "réponse"], cell: ({ answered }) => wholeNumber(answered), givesWay: 0 },
    { heading: ["sans", "réponse"], cell: ({ open }) => wholeNumber(open), givesWay: 0 },
    { heading: ["en retard", ...doubt], cell: ({ overdue }) => wholeNumber(overdue), givesWay: 0 },
    {
      heading: ["médiane", "[95 %]"],
      cell: ({ substantive: { median, medianCi95 } }) => daysWithin(median, medianCi95),
      givesWay: 0,
    },
    { heading: ["naïve"], cell: ({ substantive }) => dayCount(substantive.naive.median), givesWay: 0 },
    {
      heading: [IN_TIME, ...doubt],
      cell: ({ withinDeadline }) => percentage(withinDeadline.ofDue),
      givesWay: 1,
    },
    {
      heading: ["réponse", "en 30 j"],
      cell: ({ substantive }) => percentage(substantive.answeredBy["30"].p),
      givesWay: 2,
    },
    {
      heading: ["premier", "quart"],
      cell: ({ substantive }) => dayCount(substantive.q1),
      givesWay: 3,
    },
    {
      heading: ["attente la", "plus longue"],
      cell: ({ oldestOpen }) => dayCount(oldestOpen?.daysOpen ?? null),
      givesWay: 4,
    },
  ];
}
