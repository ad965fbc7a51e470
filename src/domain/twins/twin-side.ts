import { slugWords } from "../folded-text.ts";
import { ANY_NUMBER, type Lexicon, type Word } from "./lexicon.ts";
import { type Name, type Sentence, sentencesOf } from "./sentence-reader.ts";
import { seriesNumbersIn } from "./series-numbers.ts";

/** What of a question is compared. */
export interface TwinQuestion {
  readonly title: string;
  readonly questionText: string;
  readonly addressedTo: { readonly name: string; readonly office: string | null };
}

/**
 * A question made ready to be compared with others of the same lexicon; words go by their stems. What is compared
 * is made when it is asked for, and kept: most candidates are dismissed by their words alone.
 */
export class TwinSide {
  readonly #question: TwinQuestion;
  readonly #lexicon: Lexicon;
  readonly #sentences: readonly Sentence[];
  /** Of the text. */
  readonly stems: ReadonlySet<number>;
  #title: TitleParts | undefined;
  #text: TextParts | undefined;

  constructor(question: TwinQuestion, lexicon: Lexicon) {
    this.#question = question;
    this.#lexicon = lexicon;
    this.#sentences = sentencesOf(question.questionText, lexicon);
    this.stems = stemsOf(this.#sentences);
  }

  get title(): TitleParts {
    this.#title ??= titleParts(this.#question, this.#lexicon);
    return this.#title;
  }

  get text(): TextParts {
    this.#text ??= textParts(this.#sentences);
    return this.#text;
  }

  /** Whether the question has the word, in its title or in its text. */
  uses(stem: number): boolean {
    return this.stems.has(stem) || this.title.stems.has(stem);
  }
}

interface TitleParts {
  readonly letters: ReadonlySet<string>;
  readonly stems: ReadonlySet<number>;
  readonly names: readonly Name[];
  /** The numbers it prints: a year, a place in a series. */
  readonly numbers: ReadonlySet<string>;
  /** Stems of the name and the office of whom the question is put to. */
  readonly addressee: ReadonlySet<number>;
}

interface TextParts {
  /** Two words that follow each other in a sentence; the first one of a sentence follows nothing. */
  readonly pairs: ReadonlySet<number>;
  /** Those of the sentences that ask; of all where none does. */
  readonly askedPairs: ReadonlySet<number>;
  readonly names: readonly Name[];
  /** Every number and month, in order. */
  readonly numbers: string;
}

function titleParts({ title, addressedTo }: TwinQuestion, lexicon: Lexicon): TitleParts {
  const sentences = sentencesOf(title, lexicon);
  return {
    letters: lettersOf(title),
    stems: stemsOf(sentences),
    names: sentences.flatMap(({ names }) => names),
    numbers: new Set([...numbersIn(sentences), ...seriesNumbersIn(title)]),
    addressee: stemsOf(sentencesOf(`${addressedTo.name}\n\n${addressedTo.office ?? ""}`, lexicon)),
  };
}

function textParts(sentences: readonly Sentence[]): TextParts {
  const asking = sentences.filter(({ isAsking }) => isAsking);
  return {
    pairs: pairsIn(sentences),
    askedPairs: pairsIn(asking.length === 0 ? sentences : asking),
    names: sentences.flatMap(({ names }) => names),
    numbers: numbersIn(sentences).sort().join(" "),
  };
}

function stemsOf(sentences: readonly Sentence[]): Set<number> {
  const stems = new Set<number>();
  for (const { words } of sentences) for (const { stem } of words) stems.add(stem);
  return stems;
}

function numbersIn(sentences: readonly Sentence[]): string[] {
  const isNumber = ({ stem }: Word) => stem === ANY_NUMBER;
  return sentences.flatMap(({ words }) => words.filter(isNumber).map(({ folded }) => folded));
}

/** More than there are stems. */
const PLACE = 2 ** 24;

function pairsIn(sentences: readonly Sentence[]): Set<number> {
  const pairs = new Set<number>();
  for (const { words } of sentences) {
    let before = 0;
    for (const { stem } of words) {
      // A date in figures and one in words are one number.
      if (stem === ANY_NUMBER && before === ANY_NUMBER) continue;
      pairs.add(before * PLACE + stem);
      before = stem;
    }
  }
  return pairs;
}

/** The letters of a title by threes, as `pg_trgm` counts them: two blanks before each word, one after it. */
function lettersOf(title: string): Set<string> {
  const letters = new Set<string>();
  for (const word of slugWords(title)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) letters.add(padded.slice(at, at + 3));
  }
  return letters;
}
