import type { LexemeOf } from "./lexemes.ts";
import type { SearchQuery, SearchTerm } from "./search-query.ts";
import { joinTypedForms } from "./typed-forms.ts";
import { wordsOf } from "./words.ts";

/** Ways to say the same, such as an acronym and what it stands for. */
export interface SynonymGroup {
  readonly forms: readonly SynonymForm[];
}

export interface SynonymForm {
  /** As it is shown. */
  readonly text: string;
  /**
   * Whether who types it is taken to mean the others as well; not so of an acronym that is a word of French
   * or stands for something else, too.
   */
  readonly isExpandedFrom: boolean;
}

export interface ExpandedSearch {
  readonly query: SearchQuery;
  /** What is sought though it was not typed, as it is shown. */
  readonly alsoSearched: readonly string[];
}

/** Every word of the forms, once: what `lexemeOf` must know beside the words of the query. */
export function wordsOfSynonyms(groups: readonly SynonymGroup[]): string[] {
  return [...new Set(groups.flatMap(({ forms }) => forms.flatMap(({ text }) => wordsIn(text))))];
}

/** Synonyms made ready, so that many searches can be expanded. */
export interface Synonyms {
  /**
   * The query with the other forms, as phrases, beside each form that was typed: as a word, as a phrase, or
   * as words one after the other. A form of several words is known by its stems, whatever small words stand
   * among them; a form of one word by the word itself, for its stem would take `pacs` for PAC. What is
   * excluded and what may go on stays as it is, and no part of a quotation is a form.
   *
   * `lexemeOf` must know the words of the query.
   */
  expand(query: SearchQuery, lexemeOf: LexemeOf): ExpandedSearch;
}

/** `lexemeOf` must know the words of all forms (`wordsOfSynonyms`). */
export function createSynonyms(groups: readonly SynonymGroup[], lexemeOf: LexemeOf): Synonyms {
  const forms = knownForms(groups, lexemeOf);
  return { expand: (query, lexemeOfTyped) => expand(query, forms, lexemeOfTyped) };
}

interface Form {
  readonly text: string;
  readonly words: readonly string[];
  /** What it is known by. */
  readonly key: string;
}

interface KnownForms {
  /** By the key of a form that is expanded from: the forms that mean the same. */
  readonly othersByKey: ReadonlyMap<string, readonly Form[]>;
  /** So many words that say something has the longest of these. */
  readonly longest: number;
}

function knownForms(groups: readonly SynonymGroup[], lexemeOf: LexemeOf): KnownForms {
  const othersByKey = new Map<string, Form[]>();
  let longest = 0;
  for (const { forms } of groups) {
    const known = forms.map((form) => {
      const words = wordsIn(form.text);
      return { ...form, words, key: keyOf(words, lexemeOf) };
    });
    for (const { key, words, isExpandedFrom } of known) {
      if (key === "" || !isExpandedFrom) continue;
      const others = known.filter((other) => other.key !== "" && other.key !== key);
      othersByKey.set(key, [...(othersByKey.get(key) ?? []), ...others]);
      longest = Math.max(longest, telling(words, lexemeOf).length);
    }
  }
  return { othersByKey, longest };
}

function expand(
  query: SearchQuery,
  { othersByKey, longest }: KnownForms,
  lexemeOf: LexemeOf,
): ExpandedSearch {
  const keysOf = (terms: readonly SearchTerm[]) =>
    new Set(terms.filter(({ isPrefix }) => !isPrefix).map(({ words }) => keyOf(words, lexemeOf)));
  const clauses = joinTypedForms(query.clauses, {
    longest,
    says: (word) => lexemeOf(word) !== null,
    isForm: (words) => othersByKey.has(keyOf(words, lexemeOf)),
  });
  const expanded = clauses.map((clause) => {
    const others = clause.isExcluded ? [] : othersOf(keysOf(clause.anyOf), othersByKey);
    return { clause: { ...clause, anyOf: [...clause.anyOf, ...others.map(asTerm)] }, others };
  });
  const typed = keysOf(clauses.flatMap(({ anyOf, isExcluded }) => (isExcluded ? [] : anyOf)));
  const added = expanded.flatMap(({ others }) => others).filter(({ key }) => !typed.has(key));
  return {
    query: { clauses: expanded.map(({ clause }) => clause) },
    alsoSearched: [...new Set(added.map(({ text }) => text))],
  };
}

/** The forms that mean the same as one of those typed, and are not among them; each once. */
function othersOf(typed: ReadonlySet<string>, othersByKey: KnownForms["othersByKey"]): Form[] {
  const others = [...typed].flatMap((key) => othersByKey.get(key) ?? []);
  return [...new Map(others.filter(({ key }) => !typed.has(key)).map((form) => [form.key, form])).values()];
}

/** What words are known by as a form; empty for words that say nothing. */
function keyOf(words: readonly string[], lexemeOf: LexemeOf): string {
  const said = telling(words, lexemeOf);
  return said.length === 1 ? `=${said[0]}` : said.map(lexemeOf).join(" ");
}

const telling = (words: readonly string[], lexemeOf: LexemeOf) =>
  words.filter((word) => lexemeOf(word) !== null);

const asTerm = ({ words }: Form): SearchTerm => ({ words, isPhrase: words.length > 1, isPrefix: false });

const wordsIn = (text: string): string[] => wordsOf(text).map(({ word }) => word);
