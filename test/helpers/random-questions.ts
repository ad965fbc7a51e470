import type { ParsedAnswer, ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "./questions.ts";

const AUTHORS = [
  "VERMEIL Odette",
  "DUCHÊNE Honoré",
  "DUCHENE Honoré",
  "ABBINGS-MÜLLER Renaud",
  "de FOSSÉ Anaïs",
];
const MINISTERS = [
  { name: "LAMBRECHT Aurore", office: "Ministre des Passerelles et des Écluses" },
  { name: "LAMBRECHT Aurore", office: "Vice-Présidente et Ministre de l'Orme" },
  { name: "OSSELAER Théo", office: "Ministre de l’Orme" },
  { name: "OSSELAER Theo", office: null },
];
const WORDS = (
  "le canal la passerelle un verger l'orme des écluses quand combien pourquoi la commune une halte " +
  "le sentier prévoit estime chantier avis rapport budget été automne riverains ouvrage bois pierre"
).split(" ");

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fictional questions, the same for the same seed. About `textLength` characters each, answers included. */
export function randomQuestions(seed: number, { textLength = 400 } = {}) {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(choices: readonly T[]) => choices[below(choices.length)]!;
  const text = (length: number) => {
    const words: string[] = [];
    for (let size = 0; size < length; size += words.at(-1)!.length + 1) words.push(pick(WORDS));
    return words.join(" ");
  };
  const date = (year: number) =>
    day(`${year}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`);

  /** A question with `answers`, or with as many as chance gives. */
  return function nextQuestion(overrides: Partial<ParsedQuestion> = {}): ParsedQuestion {
    const number = 1 + below(1500);
    const year = 2004 + below(20);
    const addressedTo = pick(MINISTERS);
    const half = { text: text(textLength / 2), answeredBy: addressedTo.name, answeredOn: date(year + 1) };
    const answers: ParsedAnswer[][] = [
      [],
      [anAnswer(half)],
      [aHoldingAnswer(half)],
      [aHoldingAnswer(), anAnswer(half)],
    ];
    return aQuestion({
      sourceId: String(900_000 + below(90_000)),
      title: text(60),
      officialNumber: number,
      officialReference: `${number} (2013-2014) 1`,
      year,
      tabledOn: date(year),
      askedBy: pick(AUTHORS),
      addressedTo,
      questionText: text(textLength / 2),
      answers: pick(answers),
      ...overrides,
    });
  };
}
