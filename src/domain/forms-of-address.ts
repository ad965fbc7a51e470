const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Folded words before a name or a title that are no part of it: « M. », « Madame la ». */
export const CIVILITIES = wordSet("m mr mme mlle monsieur madame mademoiselle le la les l");

/** Folded words for what a member of a government is. */
export const RANKS = wordSet("ministre vice president presidente");

/** What is left of words from the first on that is not among these; none where all are. */
export function withoutLeading(words: readonly string[], leading: ReadonlySet<string>): readonly string[] {
  const start = words.findIndex((word) => !leading.has(word));
  return start === -1 ? [] : words.slice(start);
}
