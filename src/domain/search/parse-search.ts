import { otherFormOfNumber } from "./number-forms.ts";
import type { SearchClause, SearchQuery, SearchTerm } from "./search-query.ts";
import { type SearchToken, type SoughtToken, tokensOf } from "./search-tokens.ts";
import { wordsOf } from "./words.ts";

/** So many words are taken; what follows them is ignored. */
export const MOST_WORDS = 32;

/** The shortest word that may go on: fewer letters would stand for half the dictionary. */
const SHORTEST_PREFIX = 2;

/**
 * What somebody typed into the search field, understood. Nothing typed is a fault: signs that stand where
 * they mean nothing are left out.
 *
 * - Words must all be found, in whatever order: `éolienne Namur`.
 * - What is in quotes must be found as it stands, and so must what is written without a blank: `"cours
 *   d’eau"`, `bien-être`, and the reference `31 (se2014)`. A number is sought with its groups of three digits
 *   and without.
 * - `OR`, `OU` or `|` between two terms asks for either of them, and binds closer than the blank.
 * - `-` right before a term asks for what does not have it. That is never an alternative: `pont OR -gué`
 *   means `pont -gué`.
 * - `*` right after a word lets it go on.
 *
 * What is said twice counts once. Where there is no word there is no clause.
 */
export function parseSearch(text: string): SearchQuery {
  const tokens = tokensOf(text);
  const clauses = readClauses(tokens);
  return { clauses: clauses.length > 0 ? clauses : readClauses(tokens.map(asSought)) };
}

/** An operator with nothing to join is a word like any other. */
const asSought = ({ text }: SearchToken): SoughtToken => ({
  ...{ kind: "sought", text },
  ...{ isExcluded: false, isPrefix: false },
});

function readClauses(tokens: readonly SearchToken[]): SearchClause[] {
  const clauses: SearchClause[] = [];
  let left = MOST_WORDS;
  let isAlternative = false;
  for (const token of tokens) {
    if (token.kind === "or") {
      isAlternative = true;
      continue;
    }
    const words = wordsOf(token.text).map(({ word }) => word);
    if (words.length === 0) continue;
    // Half of what must not be found would exclude more than was asked.
    if (left === 0 || (token.isExcluded && words.length > left)) break;
    const terms = termsOf(words.slice(0, left), token.isPrefix && words.length <= left);
    left -= Math.min(words.length, left);
    const last = clauses.at(-1);
    if (isAlternative && last?.isExcluded === false && !token.isExcluded) {
      clauses.splice(-1, 1, { ...last, anyOf: withoutDoubles([...last.anyOf, ...terms]) });
    } else clauses.push({ anyOf: terms, isExcluded: token.isExcluded });
    isAlternative = false;
  }
  return withoutDoubles(clauses);
}

/** What was typed as one, in all the ways in which it may be written. */
function termsOf(words: readonly string[], mayGoOn: boolean): SearchTerm[] {
  const isPrefix = mayGoOn && words.at(-1)!.length >= SHORTEST_PREFIX;
  const other = isPrefix ? null : otherFormOfNumber(words);
  return [words, ...(other === null ? [] : [other])].map((form) => ({
    words: form,
    isPhrase: form.length > 1,
    isPrefix,
  }));
}

function withoutDoubles<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
