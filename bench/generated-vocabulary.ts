import { randomNumbers } from "../test/helpers/random-questions.ts";
import { pickFrom } from "../test/helpers/replica/fictional-text.ts";
import { ADJECTIVES, NOUNS, VERBS } from "./french-words.ts";
import { weightedDraw } from "./weighted-draw.ts";

/** Numbers from 0 to below 1. */
type Random = () => number;

/** The forms of one word; those that are more common stand there more often. */
export type Word = readonly string[];

export interface Vocabulary {
  /** The most frequent first. */
  readonly words: readonly Word[];
  /** A word by the form dictionaries list it under; one that is not there is a noun. */
  readonly find: (entry: string) => Word;
  /** The place of a word, each as often as its rank has it. */
  readonly drawPlace: (random: Random) => number;
}

const SIZE = 40_000;
/** Up to here a word is about half as frequent as one of half its rank; the rarer ones fall off faster. */
const KERNEL = 3_000;
const FLATTENING = 25;
const RARE_EXPONENT = 1.9;

const ONSETS = "b c d f g l m n p r s t v j ch br cr dr fr gr pr tr bl cl fl pl gl ph qu gn st sp".split(" ");
const NUCLEI = "a e i o u é ai au ou oi an en in on eu ar or er ac ol".split(" ");
const NOUN_ENDINGS = "tion ment age eur ité isme ure ance ier ette oir ard ode ille un ois erie".split(" ");
const ADJECTIVE_ENDINGS = "al ique if eux able aire el ien oire ant".split(" ");
const VERB_ENDINGS = "er iser ifier onner eler oter".split(" ");

/**
 * Words by their rank: real ones at the frequent end, invented ones for the many that are rare, each with its
 * forms. The same each time.
 */
export function createVocabulary(): Vocabulary {
  const random = randomNumbers(7);
  const known = realWords();
  const words = new Map(known.map((word) => [word[0]!, word]));
  while (words.size < SIZE) {
    const word = inventWord(random);
    if (!words.has(word[0]!)) words.set(word[0]!, word);
  }
  const weights = Array.from({ length: SIZE }, (_, place) => weightOf(place + 1));
  return {
    words: [...words.values()],
    find: (entry) => words.get(entry) ?? formsOfNoun(entry),
    drawPlace: weightedDraw(weights),
  };
}

function weightOf(rank: number): number {
  if (rank <= KERNEL) return 1 / (rank + FLATTENING);
  return (KERNEL / rank) ** RARE_EXPONENT / (KERNEL + FLATTENING);
}

/** Of each kind in turn, so that each is among the frequent ones. */
function realWords(): Word[] {
  const kinds = [NOUNS.map(formsOfNoun), ADJECTIVES.map(formsOfAdjective), VERBS.map(formsOfVerb)];
  return kinds
    .flatMap((words) => words.map((word, place) => ({ word, depth: place / words.length })))
    .sort((one, other) => one.depth - other.depth)
    .map(({ word }) => word);
}

function inventWord(random: Random): Word {
  const stem = inventSyllables(Math.floor(random() * 3), random);
  const kind = random();
  if (kind < 0.6) return formsOfNoun(stem + pickFrom(NOUN_ENDINGS, random));
  if (kind < 0.82) return formsOfAdjective(stem + pickFrom(ADJECTIVE_ENDINGS, random));
  return formsOfVerb(stem + pickFrom(VERB_ENDINGS, random));
}

/** Something that can be spoken as if it were French. One in eight begins with a vowel. */
export function inventSyllables(count: number, random: Random): string {
  const first = random() < 0.125 ? pickFrom(NUCLEI, random) : "";
  const rest = Array.from({ length: count }, () => pickFrom(ONSETS, random) + pickFrom(NUCLEI, random));
  return first + rest.join("") + pickFrom(ONSETS, random).slice(0, 1);
}

function formsOfNoun(noun: string): Word {
  return [noun, noun, noun, plural(noun), plural(noun)];
}

function formsOfAdjective(masculine: string): Word {
  const feminine = feminineOf(masculine);
  return [masculine, feminine, feminine, plural(masculine), `${feminine}s`];
}

function formsOfVerb(infinitive: string): Word {
  if (!infinitive.endsWith("er")) return [infinitive];
  const stem = infinitive.slice(0, -2);
  return ["er", "er", "er", "e", "e", "ent", "é", "é", "ée", "era"].map((ending) => stem + ending);
}

function plural(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:au|eu)$/.test(word)) return `${word}x`;
  return word.endsWith("al") ? `${word.slice(0, -1)}ux` : `${word}s`;
}

/** Endings of the masculine and what they become; the first that fits. */
const FEMININE: readonly (readonly [RegExp, string])[] = [
  [/e$/, "e"],
  [/veau$/, "velle"],
  [/if$/, "ive"],
  [/eux$/, "euse"],
  [/er$/, "ère"],
  [/c$/, "que"],
  [/(?<=[eo])([ln])$/, "$1$1e"],
  [/$/, "e"],
];

function feminineOf(masculine: string): string {
  const [ending, becomes] = FEMININE.find(([pattern]) => pattern.test(masculine))!;
  return masculine.replace(ending, becomes);
}
