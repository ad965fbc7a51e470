import { slugOf } from "../folded-text.ts";
import { portfolioSlugOf } from "./portfolios-of-title.ts";

/** How words that somebody writes for an office may be found, the surest first. */
export interface OfficeWords {
  /** Slugs a portfolio may have: with an article left out, or the rank as well. */
  readonly portfolios: readonly string[];
  /** Folded words; each list is all of one title, in no order. */
  readonly titles: readonly (readonly string[])[];
}

/** Whether a name begins as a title does, and so means the office before anybody's name. */
export function isTitle(typed: string): boolean {
  const rest = withoutAll(wordsOf(typed), CIVILITY);
  return RANK.has(rest[0] ?? "") && LINKS.has(withoutAll(rest, RANK)[0] ?? "");
}

/**
 * « environnement », « ministre de l’Environnement » and « Mme la Ministre de l’Environnement » mean the same;
 * « ministre » alone means nobody.
 */
export function officeWordsOf(typed: string): OfficeWords {
  const words = withoutAll(wordsOf(typed), CIVILITY);
  const field = withoutAll(words, LEADING);
  const portfolios = [portfolioSlugOf(typed), field.join("-")].filter((slug) => slug !== "");
  const told = field.filter((word) => !LINKS.has(word));
  const titles = [
    words.some((word) => word !== "ministre" && !LINKS.has(word)) ? [words.join("-")] : [],
    told,
  ];
  return { portfolios: [...new Set(portfolios)], titles: titles.filter((title) => title.length > 0) };
}

const setOf = (words: string) => new Set(words.split(" "));

const CIVILITY = setOf("m mr mme mlle monsieur madame mademoiselle le la les l");
const RANK = setOf("ministre vice president presidente");
const LINKS = setOf("a ainsi au aux charge chargee d de delegue deleguee des du en et l la le les que");
const LEADING = new Set([...CIVILITY, ...RANK, ...LINKS]);

/** What is left of words from the first on that is not among these. */
function withoutAll(words: readonly string[], leading: ReadonlySet<string>): readonly string[] {
  const start = words.findIndex((word) => !leading.has(word));
  return start === -1 ? [] : words.slice(start);
}

const wordsOf = (text: string) =>
  slugOf(text)
    .split("-")
    .filter((word) => word !== "");
