/** The stem of a folded word; null for a word that says nothing, such as `de`. */
export type LexemeOf = (word: string) => string | null;
