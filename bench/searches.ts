import { nameOf } from "./generated-names.ts";
import { createVocabulary } from "./generated-vocabulary.ts";

/** What somebody types; `-word` leaves out, `word*` is a beginning. */
export interface Search {
  readonly q: string;
  /** The printed name of the minister the questions were put to; null: any. */
  readonly minister: string | null;
}

const { words } = createVocabulary();

/** So rare a word of the vocabulary as its place says. */
const rare = (place: number) => words[place]![0]!;

const MINISTER = nameOf(40);

/** From a handful of matches to nearly all questions: words, phrases and all that can be asked for. */
export const SEARCHES: readonly Search[] = [
  ...[rare(39_900), rare(30_000), rare(15_000), rare(6_000), rare(2_000)],
  ...["diplôme", "éolien", "forêt", "logement", "budget", "wallonie", "ministre"],
  ...["logement locataire", "éolien recours", "budget commune", "emploi formation jeune"],
  ...["entretien route communale", "ministre région budget"],
  ...['"économie sociale"', '"pôle de compétitivité"', '"permis d\'urbanisme"', '"Gouvernement wallon"'],
  ...[
    '"mise en œuvre" éolien',
    "éolien*",
    "subsid*",
    "CPAS OR FOREM",
    '"logement social" OR "logement public"',
  ],
  ...["énergie -éolien", "commune -budget", "l'énergie", "CWaPE", nameOf(120), "31 (2013-2014)"],
]
  .map((q): Search => ({ q, minister: null }))
  .concat(["logement", '"économie sociale"', "budget -commune"].map((q) => ({ q, minister: MINISTER })));
