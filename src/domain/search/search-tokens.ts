/**
 * A piece of what was typed into the search field: something to look for, or the sign that joins two of them.
 */
export type SearchToken = SoughtToken | OrToken;

export interface SoughtToken {
  readonly kind: "sought";
  /** As typed, without the signs around it; may hold no word at all. */
  readonly text: string;
  readonly isExcluded: boolean;
  readonly isPrefix: boolean;
}

interface OrToken {
  readonly kind: "or";
  /** As typed. */
  readonly text: string;
}

const QUOTES = '"“”„‟＂«»';
const LETTER = "[\\p{L}\\p{N}]";

/** Follows a blank or a bracket, and precedes what must not be found; dashes of print are none. */
const MINUS = `(?<![^\\s(])[-−‐‑](?=[${QUOTES}]|${LETTER})`;

const QUOTED = '["“”„‟＂](?<quoted>[^"“”„‟＂]*)["“”„‟＂]';
const GUILLEMETS = "«(?<inGuillemets>[^«»]*)»";

/** The official reference of a question: `31 (se2014) 1`. */
const SESSION = "(?:se\\s?\\d{4}|\\d{4}\\s?[-‐‑–—/]\\s?\\d{4})";
const REFERENCE = `(?:n\\s?[°º]\\s?)?\\d{1,6}\\s{0,3}\\(\\s?${SESSION}\\s?\\)(?:\\s?\\d{1,3}(?!${LETTER}))?`;

/** A number in groups of three digits. */
const NUMBER = `\\d{1,3}(?:[ .\\u00a0\\u2009\\u202f]\\d{3})+(?!${LETTER}|[.,/-]\\d)`;

/** All that is written without a blank, save marks that stand between words whatever comes after them. */
const UNBROKEN = `(?:[^\\s${QUOTES}()\\[\\]{},;:!<>\\\\=|*…]|(?<=\\d),(?=\\d))+`;

/** A quote that is never closed, before a word that is excluded. */
const LONELY_QUOTES = `(?:(?<![${QUOTES}])[${QUOTES}]+)?`;

const TOKEN = new RegExp(
  `(?<minus>${MINUS})?(?:${QUOTED}|${GUILLEMETS}|${LONELY_QUOTES}(?<unquoted>${REFERENCE}|${NUMBER}|${UNBROKEN}))` +
    `(?<star>\\*(?!${LETTER}))?|(?<bar>\\|+)`,
  "giu",
);

const OR = /^(?:OR|OU)$/;

/** The pieces of what was typed, in its order; what is between them means nothing. */
export function tokensOf(text: string): SearchToken[] {
  return [...text.matchAll(TOKEN)].map(({ groups = {} }) => {
    const { minus, quoted, inGuillemets, unquoted, star, bar } = groups;
    if (bar !== undefined) return { kind: "or", text: bar };
    const isExcluded = minus !== undefined;
    if (unquoted !== undefined && OR.test(unquoted) && !isExcluded) return { kind: "or", text: unquoted };
    const sought = quoted ?? inGuillemets ?? unquoted?.replace(/(?<=\(\s?se)\s/i, "") ?? "";
    return {
      kind: "sought",
      text: sought,
      isExcluded,
      isPrefix: star !== undefined || /\*\s*$/.test(sought),
    };
  });
}
