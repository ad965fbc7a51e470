import type { SearchQuery, SearchTerm } from "../../../src/domain/search/search-query.ts";

/**
 * A search as it could be typed, each term in quotes; words that need not follow each other are joined by
 * `+`. Of what is excluded the first term is written: the others are the same number in another form.
 */
export function writeSearch({ clauses }: SearchQuery): string {
  return clauses
    .map(({ anyOf, isExcluded }) =>
      isExcluded ? `-${writeTerm(anyOf[0]!)}` : anyOf.map(writeTerm).join(" OR "),
    )
    .join(" ");
}

function writeTerm({ words, isPhrase, isPrefix }: SearchTerm): string {
  return `"${words.join(isPhrase ? " " : "+")}"${isPrefix ? "*" : ""}`;
}
