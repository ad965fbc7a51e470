import fc from "fast-check";
import type { Attachment, ParsedAnswer, ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { day } from "./questions.ts";

const AUTHORS = [
  "VERMEIL Odette",
  "DI MONTE Carla",
  "de FOSSÉ Anaïs",
  "van der EECKE Joris",
  "D'HAVRÉ Ève",
  "L’HEUREUX-ŒUVRE Noé",
  "GONZALO PRADO Inès",
];
const MINISTERS = ["LAMBRECHT Aurore", "OSSELAER Théo", "DU CHÂTELET Émile", "ABBINGS-MÜLLER Renaud"];
const OFFICES = [
  "Ministre des Passerelles et des Écluses",
  "Vice-Présidente et Ministre de l'Orme, de l’Eau et de l'Accès à la Mer",
  "Ministre-Président",
];
/** Lines that belong to the grammar and may be quoted by anybody, and signs that HTML has other uses for. */
const NASTY_LINES = [
  "Question écrite du 12/03/2014",
  "Réponse du 12/03/2014",
  "Réponse du 12/03/2014 | Annexe [PDF]",
  "Réponse provisoire du 31/02/2014",
  "Réponse provisoire de NOIRFALISE Odon",
  "Réponse complémentaire du 01/04/2014",
  "du 27/11/2017",
  "07/10/2013",
  "de NOIRFALISE Odon",
  "de de NOIRFALISE Odon",
  "à NOIRFALISE Odon, Ministre des Échos",
  "Session : 2013-2014",
  "Année : 1999",
  "N° : 12 (2013-2014) 1",
  "2 élément(s) trouvé(s).",
  "/",
  "- le premier tiret ;",
  "< 10 kWc & > 5 kWc",
  "<b>gras</b> &amp; &eacute; <!-- rien",
  "</li></ul></div>",
  `« l'eau » et "l’air"`,
  "Annexe [PDF]",
];
const WORDS = (
  "le canal la passerelle un verger l'orme des écluses n° 779 quand combien pourquoi la commune une halte prévoit " +
  "estime chantier 12 % avis rapport budget été 3.500 automne riverains ouvrage bois pierre œuvre d’art € 5 & Σ 🌳"
).split(" ");

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((list) => list.join(" "));
/** Anything a keyboard gives, as a page would show it. */
const anyLine = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{C}\s]+/gu, " ")
      .trim(),
  )
  .filter((text) => text !== "" && text.normalize("NFC") === text);
const line = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_LINES) },
  { weight: 1, arbitrary: anyLine },
);
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const paragraph = fc.oneof(
  { weight: 4, arbitrary: lines },
  { weight: 1, arbitrary: lines.map((list) => list.map((text) => `• ${text}`)) },
  { weight: 1, arbitrary: lines.map((list) => list.map((text, i) => `${i + 1}. ${text}`)) },
);
const body = fc
  .array(
    paragraph.map((list) => list.join("\n")),
    { minLength: 1, maxLength: 6 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));

const isTitle = (text: string) => !/^[•▪●◦‣/]|^(?:Session|Année|N°) :|élément\(s\)/.test(text);
const title = fc
  .oneof(
    words,
    words.map((text) => `${text} - "${text}".`),
    line,
  )
  .filter(isTitle);

const daysFrom = (date: Date) =>
  fc
    .date({ min: date, max: new Date("2030-01-01"), noInvalidDate: true })
    .map((found) => day(found.toISOString().slice(0, 10)));
const attachments = fc.array(fc.webPath({ size: "small" }), { maxLength: 3 }).map((paths) =>
  paths.map((path, i): Attachment => ({
    label: `Annexe ${i + 1} [PDF]`,
    url: `http://example.org/a${path}?a=1&b=2`,
  })),
);

const kinds = fc.array(fc.constantFrom("answer", "holdingAnswer", "authorNote" as const), { maxLength: 4 });

/** A question without warnings, of fictional people: whatever its words, each rendering tells it whole. */
export const arbitraryQuestion: fc.Arbitrary<ParsedQuestion> = fc
  .record({
    title,
    start: fc.integer({ min: 2004, max: 2029 }),
    isExtraordinary: fc.boolean(),
    officialNumber: fc.integer({ min: 1, max: 2000 }),
    askedBy: fc.constantFrom(...AUTHORS),
    minister: fc.constantFrom(...MINISTERS),
    office: fc.option(fc.constantFrom(...OFFICES)),
    tabledOn: daysFrom(new Date("2004-11-01")),
    questionText: body,
    kinds,
  })
  .chain(({ start, isExtraordinary, officialNumber, minister, office, kinds: chosen, ...rest }) => {
    const session = isExtraordinary ? `se${start}` : `${start}-${start + 1}`;
    const answers = chosen.map((kind): fc.Arbitrary<ParsedAnswer> => {
      const answeredBy = kind === "authorNote" ? rest.askedBy : minister;
      return fc
        .record({ answeredOn: daysFrom(new Date(rest.tabledOn)), text: body, attachments })
        .map((answer) => ({ kind, answeredBy, ...answer }));
    });
    return fc.tuple(...answers).map((given): ParsedQuestion => ({
      ...rest,
      sourceId: null,
      session,
      year: Number(rest.tabledOn.slice(0, 4)),
      officialReference: `${officialNumber} (${session}) 1`,
      officialNumber,
      addressedTo: { name: minister, office },
      answers: given,
      announcedItems: given.length + 1,
      warnings: [],
    }));
  });
