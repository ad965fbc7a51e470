/** What was typed into the search field, understood: every clause must hold. */
export interface SearchQuery {
  readonly clauses: readonly SearchClause[];
}

/** Any of the terms must be found; where the clause is excluded, none may be. */
export interface SearchClause {
  readonly anyOf: readonly SearchTerm[];
  readonly isExcluded: boolean;
}

/** Words that must all be found in one question. */
export interface SearchTerm {
  /** Folded, as `wordsOf` gives them; at least one. */
  readonly words: readonly string[];
  /** Whether they must follow each other, in this order; says nothing where there is one word. */
  readonly isPhrase: boolean;
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
}
