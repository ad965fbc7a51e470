import type { Lexicon, Word } from "./lexicon.ts";

/** A person, a place, a body, a road. */
export interface Name {
  /** Stems of its words, at least one. */
  readonly stems: readonly number[];
  /** The stems of the two words before it in its sentence, or of as many as there are. */
  readonly after: string;
}

/** A sentence without the words that say nothing of its subject. */
export interface Sentence {
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  readonly isAsking: boolean;
}

/** So many characters between « and » are somebody's words, not a name or a term. */
const LEAST_QUOTED = 60;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;

const KINDS = Uint8Array.from({ length: 0x2100 }, (_, code) => lookUp(String.fromCharCode(code)));

function lookUp(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : OTHER;
}

/** Beyond the end of the text there is nothing. */
const kindAt = (text: string, at: number) => KINDS[text.charCodeAt(at)] ?? lookUp(text.charAt(at));

/** Letters that stand before the number of a road, often with a blank between the two. */
const ROADS = new Set(["A", "E", "N", "RN"]);

/** Reads the sentences of a text. */
export function sentencesOf(text: string, lexicon: Lexicon): Sentence[] {
  const reader = new SentenceReader(text.normalize("NFC"), lexicon);
  return reader.read();
}

class SentenceReader {
  readonly #text: string;
  readonly #lexicon: Lexicon;
  /** A text all in capitals marks no names by them. */
  readonly #hasCase: boolean;
  readonly #sentences: Sentence[] = [];
  /** Where the quotation one is in ends. */
  #quotedUntil = -1;

  #words: Word[] = [];
  #names: { stems: number[]; after: string }[] = [];
  #asks = false;
  /** Where the last word of the sentence ended; -1 before its first word. */
  #end = -1;
  #lastPrinted = "";
  #isInName = false;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#hasCase = /\p{Ll}/u.test(text);
  }

  read(): Sentence[] {
    const text = this.#text;
    for (let at = 0; at < text.length;) {
      const kind = kindAt(text, at);
      if (kind === OTHER) {
        this.#readMark(at);
        at += 1;
      } else {
        let end = at + 1;
        while (kindAt(text, end) === kind || (kind === LETTER && kindAt(text, end) === DIGIT)) end += 1;
        while (kind === DIGIT && kindAt(text, end) === LETTER) end += 1;
        this.#readWord(at, end);
        at = end;
      }
    }
    this.#endSentence();
    return this.#sentences;
  }

  #readMark(at: number): void {
    const mark = this.#text[at];
    const next = this.#text[at + 1] ?? " ";
    if (mark === "?" && kindAt(this.#text, at + 1) === OTHER) this.#asks = true;
    if (mark === "«") {
      const end = this.#text.indexOf("»", at);
      if (end - at >= LEAST_QUOTED && at > this.#quotedUntil) {
        this.#endSentence();
        this.#quotedUntil = end;
      }
    }
    const endsQuotation = at === this.#quotedUntil;
    const endsParagraph = mark === "\n" && next === "\n";
    const endsSentence = (mark === "." || mark === "!" || mark === "?" || mark === "…") && /\s/.test(next);
    if (endsQuotation || endsParagraph || endsSentence) this.#endSentence(at <= this.#quotedUntil);
  }

  #readWord(start: number, end: number): void {
    const text = this.#text;
    let printed = text.slice(start, end);
    const gap = this.#end === -1 ? "" : text.slice(this.#end, start);
    if (gap === " " && ROADS.has(this.#lastPrinted) && kindAt(text, start) === DIGIT && end - start <= 3) {
      printed = this.#lastPrinted + printed;
    }
    const word = this.#lexicon.wordOf(printed);
    const isGlued = gap === "-" || gap === "'" || gap === "’";
    const isCapital = this.#hasCase && this.#end !== -1 && word.isCapital;
    const goesOn = this.#isInName && (isGlued || (isCapital && gap === " "));
    const isName = !word.isEmpty && (isCapital || goesOn || word.isCode);
    if (isName && goesOn) this.#names.at(-1)?.stems.push(word.stem);
    else if (isName) {
      this.#names.push({
        stems: [word.stem],
        after: this.#words
          .slice(-2)
          .map((before) => before.stem)
          .join(" "),
      });
    }
    if (!word.isEmpty) this.#words.push(word);
    if (word.asks) this.#asks = true;
    this.#isInName = isName || (goesOn && isGlued);
    this.#end = end;
    this.#lastPrinted = printed;
  }

  #endSentence(isQuoted = false): void {
    if (this.#words.length > 0) {
      this.#sentences.push({ words: this.#words, names: this.#names, isAsking: this.#asks && !isQuoted });
      this.#words = [];
      this.#names = [];
    }
    this.#asks = false;
    this.#end = -1;
    this.#lastPrinted = "";
    this.#isInName = false;
  }
}
