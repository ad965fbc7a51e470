import { foldLetters } from "../folded-text.ts";
import { isAskingWord, isEmptyWord, isMonth } from "./empty-words.ts";

/** What is known of a word as it is printed. */
export interface Word {
  /** The same for all words of one stem: no case, no accents, no ending of a plural. */
  readonly stem: number;
  readonly folded: string;
  /** Says nothing of what a text is about. */
  readonly isEmpty: boolean;
  readonly isCapital: boolean;
  /** Letters before digits, as a road or a service goes by. */
  readonly isCode: boolean;
  readonly asks: boolean;
}

/** The stem of every number and every month: a question put again has other dates and amounts. */
export const ANY_NUMBER = 1;

const CODE = /^\p{L}{1,4}\d+$/u;

/** The words of texts that are compared, each looked into once. A stem means nothing to another lexicon. */
export class Lexicon {
  readonly #words = new Map<string, Word>();
  readonly #stems = new Map<string, number>();

  wordOf(printed: string): Word {
    const known = this.#words.get(printed);
    if (known !== undefined) return known;
    const folded = foldLetters(printed);
    const isCode = CODE.test(folded);
    const word = {
      stem: isMonth(folded) || /^\d/.test(folded) ? ANY_NUMBER : this.#stemOf(folded, isCode),
      folded,
      isEmpty: isEmptyWord(folded),
      isCapital: printed.toLowerCase() !== printed && !/^\d/.test(printed),
      isCode,
      asks: isAskingWord(folded),
    };
    this.#words.set(printed, word);
    return word;
  }

  #stemOf(folded: string, isCode: boolean): number {
    const stem = folded.length > 4 && !isCode ? folded.replace(/e?[sx]$|e$/, "") : folded;
    const known = this.#stems.get(stem) ?? this.#stems.size + ANY_NUMBER + 1;
    this.#stems.set(stem, known);
    return known;
  }
}
