import { slugOf } from "../folded-text.ts";

/** What a character is to whoever cuts a text into words. */
export const CHARACTER = {
  /** Stands between words; so do half a surrogate pair and signs such as `½`. */
  between: 0,
  /** What is written for `numéro` after its first letter. */
  degree: 1,
  dot: 2,
  apostrophe: 3,
  /** Not seen: soft hyphens, joiners of no width. A word goes on over it. */
  unseen: 4,
  /** A mark of its own: belongs to the letter before it. */
  mark: 5,
  /** From here on, what words are made of. Small letters and digits of ASCII are their own folded form; */
  plain: 6,
  /** others are folded each by itself, */
  foldedAlone: 7,
  /** or with their neighbours. */
  foldedTogether: 8,
} as const;

/** A question mark stands where some pages lost an apostrophe: « l?honorable membre ». */
const APOSTROPHE = /['’‘ʼ´`′＇?]/;
const DEGREE = /[°º]/;
const UNSEEN = /\p{Cf}/u;
const MARK = /\p{M}/u;
const PART = /[\p{L}\p{N}]/u;

/** The Latin letters; none of them is folded otherwise beside another. */
const FOLDED = Array.from({ length: 0x250 }, (_, code) => slugOf(String.fromCharCode(code)));

/** Up to the end of the punctuation of print. */
const known = Uint8Array.from({ length: 0x2100 }, (_, code) => judge(code));

/** What a code point is, one of `CHARACTER`. */
export function characterAt(code: number): number {
  return code < known.length ? known[code]! : judge(code);
}

/** The folded form of letters that are all `plain` or `foldedAlone`. */
export function foldEach(letters: string): string {
  let folded = "";
  for (let at = 0; at < letters.length; at += 1) folded += FOLDED[letters.charCodeAt(at)] ?? "";
  return folded;
}

/** The folded form of any letters and digits, with what is not seen between them. */
export function foldTogether(letters: string): string {
  // Twice: that 𝐀 is a capital shows only once it is taken apart.
  return slugOf(slugOf(letters.replace(/\p{Cf}/gu, "")));
}

function judge(code: number): number {
  const character = String.fromCodePoint(code);
  if (APOSTROPHE.test(character)) return CHARACTER.apostrophe;
  if (DEGREE.test(character)) return CHARACTER.degree;
  if (character === ".") return CHARACTER.dot;
  if (UNSEEN.test(character)) return CHARACTER.unseen;
  if (MARK.test(character)) return CHARACTER.mark;
  if (!PART.test(character) || isSign(character)) return CHARACTER.between;
  if (/[a-z0-9]/.test(character)) return CHARACTER.plain;
  return /^[a-z0-9]+$/.test(FOLDED[code] ?? "") ? CHARACTER.foldedAlone : CHARACTER.foldedTogether;
}

/** Whether what Unicode calls a letter or a number has other parts, too: `½` is a one, a bar and a two. */
function isSign(character: string): boolean {
  return !/^[[\p{L}\p{N}]--ʼ]+$/v.test(character.normalize("NFKD").replace(/\p{M}/gu, ""));
}
