import { slugWords } from "../folded-text.ts";
import { CIVILITIES, RANKS, withoutLeading } from "../forms-of-address.ts";
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
  const rest = withoutLeading(slugWords(typed), CIVILITIES);
  return RANKS.has(rest[0] ?? "") && LINKS.has(withoutLeading(rest, RANKS)[0] ?? "");
}

/**
 * « environnement », « ministre de l’Environnement » and « Mme la Ministre de l’Environnement » mean the same;
 * « ministre » alone means nobody.
 */
export function officeWordsOf(typed: string): OfficeWords {
  const words = withoutLeading(slugWords(typed), CIVILITIES);
  const field = withoutLeading(words, LEADING);
  const portfolios = [portfolioSlugOf(typed), field.join("-")].filter((slug) => slug !== "");
  const told = field.filter((word) => !LINKS.has(word));
  const titles = [
    words.some((word) => word !== "ministre" && !LINKS.has(word)) ? [words.join("-")] : [],
    told,
  ];
  return { portfolios: [...new Set(portfolios)], titles: titles.filter((title) => title.length > 0) };
}

const LINKS = new Set(
  "a ainsi au aux charge chargee d de delegue deleguee des du en et l la le les que".split(" "),
);
const LEADING = new Set([...CIVILITIES, ...RANKS, ...LINKS]);
