/**
 * What the French stemmer of PostgreSQL takes for something else, once accents are gone or because it takes a noun for a
 * verb, as folded words. Each form leads to the one that is stemmed in its place.
 */
const OTHER_FORMS: ReadonlyMap<string, string> = new Map([
  ..."aveu bijou caillou cheveu chou dieu eau enjeu essieu feu genou jeu lieu milieu neveu voeu"
    .split(" ")
    .map((singular): [string, string] => [`${singular}x`, singular]),
  ["active", "actif"],
  ["delais", "delai"],
  ["actives", "actif"],
  ["etrangere", "etranger"],
  ["etrangeres", "etranger"],
  ["publique", "public"],
  ["publiques", "public"],
]);

/** Nouns that it would cut down to other words: `loyer` to `loi`, `délit` to what is left of `délai`. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(
  (
    "audit avion berger boucher boulanger cancer conseiller credit danger debit deficit delai delit etranger foyer loyer " +
    "passager profit somme supporter transit verger"
  ).split(" "),
);

/** Nouns too: `commission`, `réflexion`. */
const WHOLE_ENDING = /(?:ss|x)ion$/;

/** Forms of verbs that say nothing, but are nouns more often in these texts. */
const NOUNS_LIKE_VERBS: ReadonlySet<string> = new Set(["avions", "sommes"]);

/** So short a word in s is rather a word of its own: `cas`, `gens`. */
const SHORTEST_PLURAL = 5;

/**
 * The folded word whose stem is to stand for this one: the masculine of a feminine that its accent told from a verb
 * (`routière`, `privée`), the singular of a plural that the stemmer cuts otherwise (`loyers`). It need not be a word.
 */
export function stemmedAs(word: string): string {
  const other = OTHER_FORMS.get(word);
  if (other !== undefined) return other;
  const masculine = word.replace(/ieres?$/, "ier").replace(/(?<=..)ees?$/, "e");
  const isPlural = masculine.length >= SHORTEST_PLURAL && /[^aious]s$/.test(masculine);
  return isPlural ? masculine.slice(0, -1) : masculine;
}

/** Whether a word in its singular is its own stem. */
export const isWhole = (singular: string) => WHOLE_WORDS.has(singular) || WHOLE_ENDING.test(singular);

/** Whether a word is sought although it is also the form of a verb that says nothing. */
export const isNounLikeVerb = (word: string) => NOUNS_LIKE_VERBS.has(word);

/**
 * A stem without the s that the stemmer leaves after a, i, o and u, so that `emplois` and `vélos` are found as `emploi` and
 * `vélo` are. It is taken off the stem rather than the word, so that `liégeois` still meets `liégeoise`.
 */
export const withoutPlural = (stem: string) => stem.replace(/(?<=..)([aiou])s$/, "$1");
