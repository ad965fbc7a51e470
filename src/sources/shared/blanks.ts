/** Two spaces, or anything but the letters and signs of printed French: most lines have neither. */
const UNUSUAL = /[^ -~\xa1-\xac\xae-\xff\u0152\u0153\u2013\u2014\u2018-\u201f\u2026\u20ac]| {2}/;
/**
 * Characters nobody sees: controls that are no blanks, soft hyphens and other marks, icon-font signs, lone
 * surrogates.
 */
const INVISIBLE = /[^\P{Cc}\s]|[\p{Cf}\p{Cs}\p{Co}]/gu;
const BEYOND_LATIN = /[^\s -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u20ac]/;

/**
 * Runs of blanks, no-break spaces included, become one space; invisible characters and blanks at the ends go.
 */
export function foldBlanks(text: string): string {
  const trimmed = text.trim();
  if (!UNUSUAL.test(trimmed)) return trimmed;
  const visible = BEYOND_LATIN.test(trimmed) ? trimmed.normalize("NFC").replace(INVISIBLE, "") : trimmed;
  return visible.replace(/[^\S ]\s*| \s+/g, " ").trim();
}
