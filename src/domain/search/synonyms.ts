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
   * Whether who types it is taken to mean the others as well; not so of an acronym that is a word of French.
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

/**
 * The query with the other forms, as phrases, beside each form that was typed: as a word, as a phrase, or as
 * words one after the other. A form of several words is known by its stems, whatever small words stand among
 * them; a form of one word by the word itself, for its stem would take `pacs` for PAC. What is excluded and
 * what may go on stays as it is, and no part of a quotation is a form.
 */
export function expandSynonyms(
  query: SearchQuery,
  groups: readonly SynonymGroup[],
  lexemeOf: LexemeOf,
): ExpandedSearch {
  const synonyms = createSynonyms(groups, lexemeOf);
  const clauses = joinTypedForms(query.clauses, synonyms);
  const expanded = clauses.map((clause) => {
    const others = clause.isExcluded ? [] : synonyms.othersOf(clause.anyOf);
    return { clause: { ...clause, anyOf: [...clause.anyOf, ...others.map(asTerm)] }, others };
  });
  const typed = synonyms.keysOf(clauses.flatMap(({ anyOf, isExcluded }) => (isExcluded ? [] : anyOf)));
  const added = expanded.flatMap(({ others }) => others).filter(({ key }) => !typed.has(key));
  return {
    query: { clauses: expanded.map(({ clause }) => clause) },
    alsoSearched: [...new Set(added.map(({ text }) => text))],
  };
}

interface Form {
  readonly text: string;
  readonly words: readonly string[];
  /** What it is known by. */
  readonly key: string;
}

function createSynonyms(groups: readonly SynonymGroup[], lexemeOf: LexemeOf) {
  const othersByKey = new Map<string, Form[]>();
  let longest = 0;
  for (const { forms } of groups) {
    const known = forms.map((form) => ({
      ...form,
      words: wordsIn(form.text),
      key: keyOf(wordsIn(form.text)),
    }));
    for (const { key, words, isExpandedFrom } of known) {
      if (key === "" || !isExpandedFrom) continue;
      const others = known.filter((other) => other.key !== "" && other.key !== key);
      othersByKey.set(key, [...(othersByKey.get(key) ?? []), ...others]);
      longest = Math.max(longest, words.filter(says).length);
    }
  }

  function says(word: string): boolean {
    return lexemeOf(word) !== null;
  }

  /** Empty for words that say nothing. */
  function keyOf(words: readonly string[]): string {
    const telling = words.filter(says);
    return telling.length === 1 ? `=${telling[0]}` : telling.map(lexemeOf).join(" ");
  }

  const keysOf = (terms: readonly SearchTerm[]) =>
    new Set(terms.filter(({ isPrefix }) => !isPrefix).map(({ words }) => keyOf(words)));

  return {
    longest,
    says,
    keysOf,
    isForm: (words: readonly string[]) => othersByKey.has(keyOf(words)),
    /** The forms that mean the same as one of the terms, and are not among them; each once. */
    othersOf(terms: readonly SearchTerm[]): Form[] {
      const typed = keysOf(terms);
      const others = [...typed].flatMap((key) => othersByKey.get(key) ?? []);
      return [
        ...new Map(others.filter(({ key }) => !typed.has(key)).map((form) => [form.key, form])).values(),
      ];
    },
  };
}

const asTerm = ({ words }: Form): SearchTerm => ({ words, isPhrase: words.length > 1, isPrefix: false });

const wordsIn = (text: string): string[] => wordsOf(text).map(({ word }) => word);
