import type { CalendarDate } from "../../../src/domain/calendar-date.ts";
import { yearOf } from "../../../src/domain/calendar-date.ts";
import type { ParsedAnswer, ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../questions.ts";
import { fictionalText, fictionalTitle, pickFrom } from "./fictional-text.ts";
import { countItems } from "./shown-record.ts";
import { workingDay, workingDayNumber } from "./working-days.ts";

/** How often a question has what it may have, each from 0 to 1. */
export interface Shares {
  readonly answered: number;
  readonly holdingAnswers: number;
  /** Of questions their author gives up instead of waiting for an answer. */
  readonly authorNotes: number;
  /** Of answers with documents. */
  readonly annexes: number;
}

/** The pace at which the site gives out its ids. */
export interface Pace {
  /** The day of the first id. */
  readonly firstOn: CalendarDate;
  /** Ids of all kinds on one working day. */
  readonly idsPerDay: number;
}

const AUTHORS = [
  "VERMEIL Odette",
  "DUCHÊNE Honoré",
  "DI MONTE Carla",
  "de FOSSÉ Anaïs",
  "ABBINGS-MÜLLER Renaud",
  "van der EECKE Joris",
  "D'HAVRÉ Ève",
  "GONZALO PRADO Inès",
  "NOIRFALISE Odon",
];
const MINISTERS = [
  { name: "LAMBRECHT Aurore", office: "Ministre des Passerelles et des Écluses" },
  { name: "OSSELAER Théo", office: "Vice-Président et Ministre de l'Orme, de l’Eau et des Vergers" },
  { name: "DU CHÂTELET Émile", office: "Ministre-Président" },
  { name: "BRÉVAL Ysaline", office: "Ministre des Rives, de l'Accès à la Mer et des Haltes fluviales" },
  { name: "LAMBRECHT Côme", office: "Ministre des Sentiers" },
];
/** Sessions change in the course of September. */
const SESSION_OPENS = "09-15";

/** The question of id `sourceNumber`, the `index`th of its series, the same for the same random numbers. */
export function fictionalQuestion(
  { sourceNumber, index, firstOn, idsPerDay }: Pace & { sourceNumber: number; index: number },
  shares: Shares,
  random: () => number,
): ParsedQuestion {
  const tabledDay = workingDayNumber(firstOn) + Math.floor(index / idsPerDay);
  const tabledOn = workingDay(tabledDay);
  const session = sessionOf(tabledOn);
  const opening = (workingDayNumber(session.opensOn) - workingDayNumber(firstOn)) * idsPerDay;
  const round = Math.floor(index / MINISTERS.length);
  const officialNumber = round - Math.floor(opening / MINISTERS.length) + 1;
  // Each minister has one turn in a round, so that no two questions share minister, session and number.
  const addressedTo = MINISTERS[(index + round * 3) % MINISTERS.length]!;
  const askedBy = pickFrom(AUTHORS, random);
  const question = aQuestion({
    sourceId: String(sourceNumber),
    title: fictionalTitle(random),
    session: session.name,
    year: yearOf(tabledOn),
    officialReference: `${officialNumber} (${session.name}) 1`,
    officialNumber,
    tabledOn,
    askedBy,
    addressedTo,
    questionText: fictionalText("question", random),
  });
  return countItems({ ...question, answers: answersTo(question, tabledDay, shares, random) });
}

/** The session a day lies in. */
function sessionOf(date: CalendarDate): { name: string; opensOn: CalendarDate } {
  const year = yearOf(date);
  const start = date >= `${year}-${SESSION_OPENS}` ? year : year - 1;
  return { name: `${start}-${start + 1}`, opensOn: day(`${start}-${SESSION_OPENS}`) };
}

function answersTo(
  { sourceId, askedBy, addressedTo }: ParsedQuestion,
  tabledDay: number,
  { answered, holdingAnswers, authorNotes, annexes }: Shares,
  random: () => number,
): readonly ParsedAnswer[] {
  const after = (least: number, most: number) =>
    workingDay(tabledDay + least + Math.floor(random() * (most - least)));
  if (random() < authorNotes) {
    const text =
      "Je renonce à une réponse écrite à cette question, conformément à l'article 144.4 du règlement.";
    return [anAnswer({ kind: "authorNote", answeredOn: after(10, 30), answeredBy: askedBy, text })];
  }
  const answers: ParsedAnswer[] = [];
  const answeredBy = addressedTo.name;
  if (random() < holdingAnswers) answers.push(aHoldingAnswer({ answeredOn: after(4, 10), answeredBy }));
  if (random() < answered) {
    const documents = random() < annexes ? 1 + Math.floor(random() * 2) : 0;
    const attachments = Array.from({ length: documents }, (_, i) => ({
      label: i === 0 ? "Annexe [PDF]" : `Annexe ${i + 1} [PDF]`,
      url: `https://annexes.example.org/Archives/${sourceId}-${i + 1}.pdf`,
    }));
    const text = fictionalText("answer", random);
    answers.push(anAnswer({ answeredOn: after(10, 25), answeredBy, text, attachments }));
  }
  return answers;
}
