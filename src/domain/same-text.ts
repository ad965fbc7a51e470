/**
 * A text with its white space folded. One page breaks its lines differently in HTML and in text, and nobody reads
 * that as another text.
 */
export const foldedSpacing = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Whether two texts differ in white space at most. */
export function isSameText(one: string, other: string): boolean {
  return one === other || foldedSpacing(one) === foldedSpacing(other);
}
