const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/** A text in small letters, without accents and ligatures; all that is no letter stays. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/**
 * The form in which names and offices are compared: no case, accents, apostrophes or hyphens, words joined by `-`.
 * `LUTGEN Benoît` and `Lutgen Benoit` both give `lutgen-benoit`; straight and curly apostrophes give the same.
 * Empty where the text holds no letter and no digit.
 */
export function slugOf(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** As `slugOf`, for keys: what folds to nothing is its own key, so that two of them stay two. */
export const slugOrSelf = (text: string) => slugOf(text) || text;

/** The words of a slug, or of a text folded to one; none where it holds no letter and no digit. */
export const slugWords = (text: string): string[] =>
  slugOf(text)
    .split("-")
    .filter((word) => word !== "");
