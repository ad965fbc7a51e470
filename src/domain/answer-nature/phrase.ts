/**
 * A turn of phrase that gives a clause its meaning. Patterns read the form of `foldWords`; none looks
 * further than a fixed number of letters, so that hostile text costs no more than plain text.
 */
export interface Phrase {
  readonly name: string;
  /** Made up; the tests see to it that it is recognised. */
  readonly example: string;
  readonly pattern: RegExp;
  /** What the same clause must not say. */
  readonly unless?: RegExp;
  /** What an earlier clause must say, where the turn says « elle », « ils ». */
  readonly after?: RegExp;
}

/**
 * The phrase that a clause holds, and where; null for none. `earlier` is the last clause before it that spoke
 * of the answer; empty for none.
 */
export function findPhrase(clause: string, phrases: readonly Phrase[], earlier = ""): RegExpExecArray | null {
  for (const { pattern, unless, after } of phrases) {
    const found = pattern.exec(clause);
    if (found === null || unless?.test(clause) === true || after?.test(earlier) === false) continue;
    return found;
  }
  return null;
}

/** A pattern of parts set one after the other, so that a long one can be read. */
export const inOrder = (...parts: readonly string[]) => new RegExp(parts.join(""));

/** A pattern that finds any of these. */
export const anyOf = (...patterns: readonly (RegExp | string)[]) =>
  new RegExp(patterns.map((pattern) => (typeof pattern === "string" ? pattern : pattern.source)).join("|"));
