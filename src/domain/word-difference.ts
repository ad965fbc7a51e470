import { diffArrays } from "diff";

/** A stretch of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface WordChange {
  readonly text: string;
  readonly kind: "same" | "added" | "removed";
}

/**
 * A piece of text and the blanks after it: a number, an elided word (`l’`, `qu'`), a word with the hyphens and the
 * apostrophes inside it (`aujourd'hui`, `a-t-il`), or a single mark. The first piece may be blanks alone.
 */
const PIECE =
  /(\d+(?:[.,]\d+)+|(?:[cdjlmnst]|\p{L}{0,7}qu)['’](?=\p{L})|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\S|^)(\s*)/giu;

/** So many pieces that differ are told apart; the work grows with the square of it. */
const MOST_DIFFERENCES = 1000;

/** Of longer texts, only the common beginning and end are told apart from the rest. */
const MOST_PIECES = 100_000;

/**
 * What became of a text, word by word. `same` and `removed` together are the earlier text to the letter, `same` and
 * `added` the later one; where both changed, what was removed comes first. Texts that have too little in common are
 * not compared further: what lies between their common beginning and end is removed and added as a whole.
 */
export function wordDifference(before: string, after: string): WordChange[] {
  const [old, fresh] = [piecesOf(before), piecesOf(after)];
  const start = commonStart(old, fresh);
  const end = commonEnd(old, fresh, start);
  const difference = new Difference();
  difference.keep(old.slice(0, start), fresh.slice(0, start));
  compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end), difference);
  difference.keep(old.slice(old.length - end), fresh.slice(fresh.length - end));
  return difference.changes();
}

interface Piece {
  readonly word: string;
  readonly blanks: string;
}

const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(PIECE)].map(([, word = "", blanks = ""]) => ({ word, blanks }));

function commonStart(old: readonly Piece[], fresh: readonly Piece[]): number {
  let length = 0;
  while (length < old.length && old[length]?.word === fresh[length]?.word) length += 1;
  return length;
}

/** How many pieces the ends share, none of which belong to the `start` already shared. */
function commonEnd(old: readonly Piece[], fresh: readonly Piece[], start: number): number {
  const most = Math.min(old.length, fresh.length) - start;
  let length = 0;
  while (length < most && old.at(-1 - length)?.word === fresh.at(-1 - length)?.word) length += 1;
  return length;
}

function compare(old: readonly Piece[], fresh: readonly Piece[], difference: Difference): void {
  const isSmall = old.length + fresh.length <= MOST_PIECES;
  const words = [old, fresh].map((pieces) => pieces.map(({ word }) => word)) as [string[], string[]];
  const runs = isSmall ? diffArrays(...words, { maxEditLength: MOST_DIFFERENCES }) : undefined;
  if (runs === undefined) return difference.replace(old, fresh);
  let [at, freshAt] = [0, 0];
  for (const { added, removed, count } of runs) {
    const gone = added ? [] : old.slice(at, at + count);
    const come = removed ? [] : fresh.slice(freshAt, freshAt + count);
    if (added || removed) difference.replace(gone, come);
    else difference.keep(gone, come);
    at += gone.length;
    freshAt += come.length;
  }
}

/** The changes so far; neighbours of one kind become one. */
class Difference {
  readonly #changes: WordChange[] = [];
  #removed = "";
  #added = "";

  /** The same words in both texts; the blanks after them may differ. */
  keep(old: readonly Piece[], fresh: readonly Piece[]): void {
    for (const [i, { word, blanks }] of old.entries()) {
      this.#same(word);
      const now = fresh[i]?.blanks ?? "";
      if (blanks === now) this.#same(blanks);
      else this.#replaceText(blanks, now);
    }
  }

  replace(old: readonly Piece[], fresh: readonly Piece[]): void {
    this.#replaceText(textOf(old), textOf(fresh));
  }

  changes(): WordChange[] {
    this.#flush();
    return this.#changes;
  }

  #replaceText(removed: string, added: string): void {
    this.#removed += removed;
    this.#added += added;
  }

  #same(text: string): void {
    if (text === "") return;
    this.#flush();
    this.#push("same", text);
  }

  /** Blanks at the end of both are no part of the change. */
  #flush(): void {
    const blanks = commonBlanks(this.#removed, this.#added);
    this.#push("removed", withoutEnd(this.#removed, blanks));
    this.#push("added", withoutEnd(this.#added, blanks));
    this.#push("same", blanks);
    [this.#removed, this.#added] = ["", ""];
  }

  #push(kind: WordChange["kind"], text: string): void {
    const last = this.#changes.at(-1);
    if (text === "") return;
    if (last?.kind === kind) this.#changes[this.#changes.length - 1] = { kind, text: last.text + text };
    else this.#changes.push({ kind, text });
  }
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ word, blanks }) => word + blanks).join("");

const withoutEnd = (text: string, end: string) => text.slice(0, text.length - end.length);

function commonBlanks(removed: string, added: string): string {
  const blanks = removed.slice(removed.trimEnd().length);
  return added.endsWith(blanks) ? blanks : "";
}
