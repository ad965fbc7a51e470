import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { ParsedAnswer, ParsedQuestion } from "../../src/domain/parsed-question.ts";

/** A day written in a test, taken at its word. */
export const day = (text: string) => text as CalendarDate;

/** A question of nobody's own, put on 4 February 2014 and not answered yet. */
export function aQuestion(overrides: Partial<ParsedQuestion> = {}): ParsedQuestion {
  return {
    sourceId: "900001",
    title: "l'entretien des passerelles du canal de Brême-sur-Orne",
    session: "2013-2014",
    year: 2014,
    officialReference: "217 (2013-2014) 1",
    officialNumber: 217,
    tabledOn: day("2014-02-04"),
    askedBy: "VERMEIL Odette",
    addressedTo: { name: "LAMBRECHT Aurore", office: "Ministre des Passerelles et des Écluses" },
    questionText:
      "Quatre passerelles sont fermées depuis l'automne.\n\nQuand seront-elles rendues aux piétons ?",
    answers: [],
    announcedItems: 1,
    warnings: [],
    ...overrides,
  };
}

/** The minister's answer to `aQuestion`, of 24 February 2014. */
export function anAnswer(overrides: Partial<ParsedAnswer> = {}): ParsedAnswer {
  return {
    kind: "answer",
    answeredOn: day("2014-02-24"),
    answeredBy: "LAMBRECHT Aurore",
    text: "Les travaux commencent en avril.\n\nDeux passerelles rouvriront avant l'été, les autres en automne.",
    attachments: [],
    ...overrides,
  };
}

/** A holding answer to `aQuestion`, of 18 February 2014. */
export function aHoldingAnswer(overrides: Partial<ParsedAnswer> = {}): ParsedAnswer {
  return anAnswer({
    kind: "holdingAnswer",
    answeredOn: day("2014-02-18"),
    text: "Une réponse complète suivra dès que les services auront rendu leur avis.",
    ...overrides,
  });
}

/** A promise of an answer to `aQuestion`, of 18 February 2014, under the heading of an answer. */
export function aPromise(overrides: Partial<ParsedAnswer> = {}): ParsedAnswer {
  return aHoldingAnswer({
    kind: "answer",
    text: "Mes services réunissent encore les données demandées. Une réponse complète suivra d'ici peu.",
    ...overrides,
  });
}
