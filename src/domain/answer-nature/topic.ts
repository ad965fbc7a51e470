/** What may be asked of somebody. */
const DATA = "(?:informations|renseignements|donnees|chiffres)";

/**
 * After these words the matter of the question is told again, in whatever words it takes, up to the verb of
 * the clause: « la question *relative au pont de Valmorin, long de 80 m,* nécessite … ».
 */
const OPENERS = [
  // « relative aux bacs », « liée à l'entretien »
  "(?:relati(?:f|fs|ve|ves)|liee?s?|quant|ayant trait|trait|rapport) (?:a|aux?)",
  // « concernant les haies », « portant sur », « intitulée », « visant à »
  "(?:concernant|portant|intitulee?s?|visant|touchant)",
  // « au sujet de la digue », « à propos des quais », « en matière de »
  "(?:au sujet|a propos|en matiere|au niveau) (?:de|du|des|d')",
  // « sur la navigation »
  "sur (?:les?|la|l'|un|une|des|ce|cet|cette|ces)",
  // « l'intérêt qu'il porte aux haies »
  "(?:porte|portez) (?:a|aux?)",
  // « auprès de l'Agence des Digues », « par l'Office », « au sein de la régie »
  "(?:aupres|au sein) (?:de|du|des|d')",
  "par (?:les?|la|l')",
  // « les renseignements demandés à la société », « d'informations de la part des communes »
  `(?<=${DATA} )(?:(?:attendu|demande|sollicite)e?s (?:a|aux?|de|du|des)|de la part (?:de|du|des|d'))`,
  // « vu l'ampleur », « compte tenu du nombre de communes », « en raison de », « conformément à l'arrêté »
  "(?:vu|compte tenu|en raison|eu egard|etant donnee?s?|au vu|malgre|conformement|en vertu|pour ce qui est)",
  "faute d'avoir",
  "(?:commission|charge) (?:de|du|des|d')",
];

/** « M. Firmin Lacroisade », « Madame la Ministre de la Culture », « mon collègue Ludovic Hautrive ». */
const PEOPLE =
  "messieurs|monsieur|madame|mesdames|mmes?|mm?\\.|ministres?|collegues?|deputee?s?|homologues?|president";

/** The first group holds who is named, where it is somebody. */
const TOPIC = new RegExp(`(?<![a-z0-9'-])(?:(${PEOPLE})|${OPENERS.join("|")})(?:(?<=['.])|(?![a-z]))`, "g");

/** « mon collègue *pour* défendre la ligne »: no part of a name or title. */
const NOT_OF_A_NAME = new Set(["pour", "afin"]);

/** Verbs that end a topic. Any future does, and most plurals: « débuteront », « baissent ». */
const FINITE = new RegExp(
  `^(?:${[
    "est|sont|etait|a|ont|avait|ai|avons|fait|font|peut|doit|va|vont|reste|releve|ressort|ressortit",
    "necessite|requiert|demande|exige|implique|prend|existe|prevoit|comporte|atteint|represente|dispose",
    "permet|semble|constitue",
    "(?:montr|demontr|indiqu|confirm|revel|signal|prouv|attest|affirm|declar|soulign)e",
    "[a-z]{2,}(?<!m)ent|(?:affir|confir|for|esti|consom)ment|[a-z]{2,}[eid]rait",
    "[a-z]{2,}(?:era|ira|dra|tra|ront|rons|rez)",
  ].join("|")})$`,
);

/** Nouns and the like that look like a verb. */
const NOT_FINITE = new Set(
  [
    "front affront camera opera contra agent client accident incident president argent vent cent different",
    "recent present absent urgent permanent frequent competent resident precedent equivalent souvent",
  ].flatMap((line) => line.split(" ")),
);

const RELATIVE = new Set(
  "qui que qu dont lequel laquelle lesquels lesquelles auquel auxquelles auxquels".split(" "),
);

/** A word of a clause and whether it merely tells the matter of the question again. */
export interface PlacedWord {
  readonly word: string;
  readonly at: number;
  readonly inTopic: boolean;
}

/**
 * The words of a folded clause. `isVerbA` tells « a » from « à » at a place, which folding made equal. A
 * verb after « qui », « que », « dont » belongs to the topic it stands in. A name ends where a purpose
 * begins.
 */
export function placeWords(clause: string, isVerbA: (at: number) => boolean): PlacedWord[] {
  const placed: PlacedWord[] = [];
  const openings = Array.from(clause.matchAll(TOPIC), ({ index, 1: person }) => ({
    index,
    isName: person !== undefined,
  }));
  let next = 0;
  let inTopic = false;
  let isName = false;
  let isOwedVerb = false;
  for (const { 0: word, index: at } of clause.matchAll(/[\p{L}\p{N}]+|[«»"“”%€]/gu)) {
    for (
      let opening = openings[next];
      opening !== undefined && opening.index <= at;
      opening = openings[next]
    ) {
      inTopic = true;
      isName = opening.isName;
      isOwedVerb = false;
      next += 1;
    }
    if (isName && NOT_OF_A_NAME.has(word)) inTopic = false;
    if (inTopic && RELATIVE.has(word)) isOwedVerb = true;
    else if (inTopic && FINITE.test(word) && !NOT_FINITE.has(word) && (word !== "a" || isVerbA(at))) {
      if (!isOwedVerb) inTopic = false;
      isOwedVerb = false;
    }
    placed.push({ word, at, inTopic });
  }
  return placed;
}
