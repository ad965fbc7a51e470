import type { SearchClause, SearchQuery, SearchTerm } from "../../domain/search/search-query.ts";
import type { LexemeOf } from "../../domain/search/lexemes.ts";
import { quoted } from "./word-vector.ts";

/**
 * A search as PostgreSQL writes a `tsquery`; empty, and so finding nothing, where no word of it says anything.
 * `marks` narrows it to words in parts so marked (`AB`: in the title or the question); all of them by default.
 */
export function tsqueryOf({ clauses }: SearchQuery, lexemeOf: LexemeOf, marks = ""): string {
  const written = clauses.map((clause) => clauseOf(clause, lexemeOf, marks)).filter((text) => text !== "");
  return written.join(" & ");
}

/** Every word of a search, to learn their lexemes. */
export function wordsOfQuery({ clauses }: SearchQuery): string[] {
  return clauses.flatMap(({ anyOf }) => anyOf.flatMap(({ words }) => words));
}

function clauseOf({ anyOf, isExcluded }: SearchClause, lexemeOf: LexemeOf, marks: string): string {
  // What is not wanted is not wanted anywhere.
  const terms = anyOf.map((term) => termOf(term, lexemeOf, isExcluded ? "" : marks));
  const given = terms.filter((term) => term !== "");
  if (given.length === 0) return "";
  const either = given.length === 1 ? given[0]! : `(${given.join(" | ")})`;
  return isExcluded ? `!${either}` : either;
}

function termOf({ words, isPhrase, isPrefix }: SearchTerm, lexemeOf: LexemeOf, marks: string): string {
  let term = "";
  let gap = 0;
  for (const [i, word] of words.entries()) {
    const goesOn = isPrefix && i === words.length - 1;
    // The beginning of a word may be that of many, even where it says nothing as a word of its own.
    const lexeme = lexemeOf(word) ?? (goesOn ? word : null);
    gap += 1;
    if (lexeme === null) continue;
    const suffix = `${goesOn ? "*" : ""}${marks}`;
    const written = `${quoted(lexeme)}${suffix === "" ? "" : `:${suffix}`}`;
    if (term === "") term = written;
    else term += `${isPhrase ? ` <${gap}> ` : " & "}${written}`;
    gap = 0;
  }
  return term === "" ? "" : `(${term})`;
}
