import type { LexemeOf } from "../../domain/search/lexemes.ts";
import type { SearchClause, SearchQuery, SearchTerm } from "../../domain/search/search-query.ts";
import { type SoughtWord, soughtWordsOf } from "../../domain/search/sought-words.ts";
import { quoted } from "./word-vector.ts";

/** What the words of a search stand for in vectors. */
export interface SearchLexicon {
  readonly lexemeOf: LexemeOf;
  /** The stems of the words of the register that begin so, where these stems do not. */
  readonly lexemesFrom: (beginning: string) => readonly string[];
}

/**
 * A search as PostgreSQL writes a `tsquery`; empty, and so finding nothing, where no word of it says anything.
 * `marks` narrows it to words in parts so marked (`AB`: in the title or the question); all of them by default.
 */
export function tsqueryOf({ clauses }: SearchQuery, lexicon: SearchLexicon, marks = ""): string {
  const written = clauses.map((clause) => clauseOf(clause, lexicon, marks)).filter((text) => text !== "");
  return written.join(" & ");
}

/** Every word of a search, to learn their lexemes. */
export function wordsOfQuery({ clauses }: SearchQuery): string[] {
  return clauses.flatMap(({ anyOf }) => anyOf.flatMap(({ words }) => words));
}

function clauseOf({ anyOf, isExcluded }: SearchClause, lexicon: SearchLexicon, marks: string): string {
  // What is not wanted is not wanted anywhere.
  const terms = anyOf.map((term) => termOf(term, lexicon, isExcluded ? "" : marks));
  const given = terms.filter((term) => term !== "");
  if (given.length === 0) return "";
  const either = given.length === 1 ? given[0]! : `(${given.join(" | ")})`;
  return isExcluded ? `!${either}` : either;
}

function termOf(term: SearchTerm, lexicon: SearchLexicon, marks: string): string {
  let written = "";
  for (const word of soughtWordsOf(term, lexicon.lexemeOf)) {
    const joint = term.isPhrase ? ` <${word.distance}> ` : " & ";
    written += `${written === "" ? "" : joint}${wordOf(word, lexicon, marks)}`;
  }
  return written === "" ? "" : `(${written})`;
}

/** A stem is no beginning of the word: `logement` is `log`, and begins with `logem`. */
function wordOf({ text, goesOn }: SoughtWord, { lexemesFrom }: SearchLexicon, marks: string): string {
  const marked = (lexeme: string, suffix: string) =>
    suffix === "" ? quoted(lexeme) : `${quoted(lexeme)}:${suffix}`;
  if (!goesOn) return marked(text, marks);
  const begun = [marked(text, `*${marks}`), ...lexemesFrom(text).map((lexeme) => marked(lexeme, marks))];
  return begun.length === 1 ? begun[0]! : `(${begun.join(" | ")})`;
}
