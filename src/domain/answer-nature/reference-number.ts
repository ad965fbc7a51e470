const MONTH = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";

/**
 * What stands before a number that names something: « n° 12 », « questions 12 », « article 4 », « mai 2013
 * », « (2013 ».
 */
const BEFORE = new RegExp(
  `(?:\\b(?:n ?[°ºo.]+s?|numeros?|nos|questions?|qe|en|depuis|article|art\\.|${MONTH})|[(/-]|\\d\\)) ?$`,
);

/** « n° 12, 13 et 15 », « nos 12 à 15 ». */
const IN_LIST = /\bn ?[°ºo.]+s? ?\d[\d, eta]{0,30}$/;

/** « 3 mai », « 1er mai », « 03/05 ». */
const AFTER = new RegExp(`^(?:er)?(?: (?:${MONTH})|[/-]\\d)`);

/** Whether a number of a folded clause names a question, a session, a day or a year, and is no amount. */
export function isReferenceNumber(clause: string, word: string, at: number): boolean {
  if (!/^\d+(?:er)?$/.test(word)) return false;
  const before = clause.slice(Math.max(0, at - 40), at);
  const after = clause.slice(at + word.length, at + word.length + 12);
  return BEFORE.test(before) || IN_LIST.test(before) || AFTER.test(after);
}
