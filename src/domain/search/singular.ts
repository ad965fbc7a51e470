/** Plurals in x that no rule tells from adjectives such as `heureux`. */
const SINGULARS = new Map(
  "aveu bijou caillou cheveu chou dieu eau enjeu essieu feu genou jeu lieu milieu neveu voeu"
    .split(" ")
    .map((singular) => [`${singular}x`, singular]),
);

/** So short a word in s is rather a word of its own: `bus`, `cas`. */
const SHORTEST_PLURAL = 4;

/**
 * The singular of a folded word where the French stemmer leaves a plural as it is, so that `emplois`, `vélos` and `enjeux`
 * are found as `emploi`, `vélo` and `enjeu` are; the word itself where there is nothing to mend. That it may be no word,
 * as `permi`, does no harm: it is the same wherever the word stands.
 */
export function singularOf(word: string): string {
  if (word.length >= SHORTEST_PLURAL && /[aiou]s$/.test(word)) return word.slice(0, -1);
  return SINGULARS.get(word) ?? word;
}
