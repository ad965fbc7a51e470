import { foldLetters, slugOf } from "./folded-text.ts";

/** In characters; what is longer asks something, whatever else it says. */
const LONGEST_NOTICE = 120;

/** « question écrite n° 217 (2013-2014) 1 » */
const QUESTION = "(?:la-)?(?:qe|(?:presente-)?question(?:-ecrite)?)(?:-no?)?(?:-\\d+)*";
const AUTHOR = "(?:l|son|sa|ses|les)-(?:auteur(?:-?e)?(?:-?s)?|autrices?)";
const BY_AUTHOR = `(?:par|a-la-demande-de)-${AUTHOR}`;
const IS_WITHDRAWN = "(?:(?:a-ete|est)-)?retire(?:-?e)?";
/** « le 1er octobre 2013 », « en date du 01/10/2013 » */
const ON_DAY = "(?:-(?:le|en-date-du)-\\d{1,2}(?:er)?-(?:\\d{1,2}|[a-z]+)-\\d{4})?";

/** A sentence, as its slug. */
const NOTICES = [
  `(?:${QUESTION}-)?${IS_WITHDRAWN}-${BY_AUTHOR}`,
  `${QUESTION}-${IS_WITHDRAWN}`,
  `retrait(?:-de-${QUESTION})?-${BY_AUTHOR}`,
  `${AUTHOR}-(?:a-)?retire-(?:la|sa)-question(?:-ecrite)?`,
].map((words) => new RegExp(`^${words}${ON_DAY}$`));

/**
 * Whether a page has, in the place of what was asked, the notice that the question was withdrawn: « QE retirée par son
 * auteur ». Only a short text whose first sentence says that and nothing else is taken for one, and none that asks.
 */
export function isWithdrawalNotice(questionText: string): boolean {
  if (questionText.length > LONGEST_NOTICE || questionText.includes("?")) return false;
  const folded = foldLetters(questionText).replace(/\bq\s*\.\s*e\b\.?/g, "qe");
  const sentences = folded.split(/[.!;](?=\s|$)|\n/).map(slugOf);
  const first = sentences.find((sentence) => sentence !== "") ?? "";
  return NOTICES.some((notice) => notice.test(first));
}
