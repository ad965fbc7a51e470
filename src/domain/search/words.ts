import { CHARACTER, characterAt, foldEach, foldTogether } from "./letters.ts";

/** A word of a text, and where it stands: the UTF-16 units from `start` up to `end`. */
export interface TextWord {
  /** Letters and digits alone, in lower case, without accents or ligatures; at most `LONGEST_WORD` units. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What is longer is no word of a language; it is cut. */
export const LONGEST_WORD = 60;

/** What is left of a word before an apostrophe; it says nothing to a search. */
const ELIDED = new Set("l d qu n s j m t c jusqu lorsqu puisqu quoiqu presqu".split(" "));

/** How words with an apostrophe of their own begin, and how they go on. */
const JOINED = new Map([
  ["aujourd", /hui/iy],
  ["entr", /\p{L}/uy],
  ["presqu", /(?:i\u0302?|î)le/iy],
  ["prud", /ho/iy],
  ["quelqu", /un/iy],
]);
const LONGEST_BEGINNING = 7;

/** Single letters with dots between them; the last may have one too. */
const ACRONYM = /(?:[[\p{Lu}\p{Ll}]--ŉ]\p{M}*\.)+[[\p{Lu}\p{Ll}]--ŉ]\p{M}*(?![\p{L}\p{M}\p{N}])\.?/vy;

/**
 * The words of a text, in its order. The same text in capitals, without accents, with other blanks or
 * apostrophes has the same words.
 *
 * - A hyphen, a slash and every other mark end a word: `bien-être` is two, `2013-2014` and `10.000` as well.
 * - An elided word is none, `l’éolienne` is `eolienne`; nor is the beginning of `n° 5`. The few words that
 *   have an apostrophe of their own are joined over it: `aujourdhui`.
 * - Single letters with dots are one word: `P.T.C.E.` is `ptce`.
 * - A word goes on over what is not seen: soft hyphens, joiners of no width.
 */
export function wordsOf(text: string): TextWord[] {
  const words: TextWord[] = [];
  for (let at = 0; at < text.length;) {
    if (characterAt(text.codePointAt(at)!) >= CHARACTER.plain) at = readWord(text, at, words);
    else at += 1;
  }
  return words;
}

/** The words of a text alone, with one blank between them. */
export function searchableText(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(" ");
}

/** Adds what begins at `start` to the words; gives the place to go on from. */
function readWord(text: string, start: number, words: TextWord[]): number {
  const run = readRun(text, start);
  const { end, next, follower } = run;
  if (follower === CHARACTER.dot && run.letters === 1) {
    const acronym = matchAt(ACRONYM, text, start);
    if (acronym !== null) {
      const letters = acronym.replaceAll(".", "");
      addWord(words, foldTogether(letters), start, start + acronym.length);
      return start + acronym.length;
    }
  }
  const folded = fold(text, start, run);
  if (follower === CHARACTER.apostrophe && run.letters <= LONGEST_BEGINNING) {
    const goesOn = JOINED.get(folded);
    if (goesOn !== undefined && matchAt(goesOn, text, next + 1) !== null) {
      const rest = readRun(text, next + 1);
      addWord(words, folded + fold(text, next + 1, rest), start, rest.end);
      return rest.next;
    }
    if (ELIDED.has(folded)) return next;
  }
  if (follower === CHARACTER.degree && folded === "n") return next;
  addWord(words, folded, start, end);
  return next;
}

/** Letters and digits with nothing between them that would end a word. */
interface Run {
  readonly end: number;
  /** Where what follows begins: after what is not seen. */
  readonly next: number;
  /** What follows, one of `CHARACTER`. */
  readonly follower: number;
  readonly letters: number;
  /** How it must be folded, one of `CHARACTER`. */
  readonly folding: number;
}

function readRun(text: string, start: number): Run {
  let [end, letters] = [start, 0];
  let folding: number = CHARACTER.plain;
  let follower: number = CHARACTER.between;
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at)!;
    const character = characterAt(code);
    if (character < CHARACTER.unseen) {
      follower = character;
      break;
    }
    at += code > 0xffff ? 2 : 1;
    if (character >= CHARACTER.plain) {
      letters += 1;
      if (character > folding) folding = character;
    } else folding = CHARACTER.foldedTogether;
    if (character !== CHARACTER.unseen) end = at;
  }
  return { end, next: at, follower, letters, folding };
}

function fold(text: string, start: number, { end, folding }: Run): string {
  const letters = text.slice(start, end);
  if (folding === CHARACTER.plain) return letters;
  return folding === CHARACTER.foldedAlone ? foldEach(letters) : foldTogether(letters);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function addWord(words: TextWord[], word: string, start: number, end: number): void {
  if (word.length > LONGEST_WORD) word = word.slice(0, LONGEST_WORD).replace(/\p{Cs}$/u, "");
  words.push({ word, start, end });
}
