import { pickFrom } from "../test/helpers/replica/fictional-text.ts";
import { randomNumbers } from "../test/helpers/random-questions.ts";
import { ACRONYMS, COMMON_PHRASES, FUNCTION_WORDS, THEMES } from "./french-words.ts";
import { nameOf } from "./generated-names.ts";
import { createVocabulary, inventSyllables, type Vocabulary, type Word } from "./generated-vocabulary.ts";
import { weightedDraw } from "./weighted-draw.ts";

/** Numbers from 0 to below 1. */
type Random = () => number;

/** What one question says, about one topic. */
export interface GeneratedTexts {
  readonly title: string;
  readonly questionText: string;
  /** Made only where it is asked for. */
  readonly answerText: () => string;
}

/** What questions are about: words that are more common in them than elsewhere, the most common first. */
interface Topic {
  readonly words: readonly Word[];
  readonly phrases: readonly string[];
}

/** What one question has of its topic, in the forms it keeps coming back to. */
interface Subject {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

const TOPICS = 400;
const OWN_WORDS = 60;
const WORDS_OF_SUBJECT = 36;
/** Words more frequent than that are in all topics anyway. */
const LEAST_PLACE_OF_OWN = 150;

/** In characters: half of the texts are longer. They lie around it in proportion. */
const MEDIAN_LENGTH = { question: 980, answer: 2_900 };
const WORDS_OF_TITLE = { least: 5, most: 13 };

const SHARE_OF_SUBJECT = { title: 0.7, text: 0.4 };

/**
 * Draws texts of questions, in words whose frequencies are those of real ones: see `bench/README.md`. They mean
 * nothing, but words and phrases of one topic come together.
 */
export function generatedTexts(): (random: Random) => GeneratedTexts {
  const vocabulary = createVocabulary();
  const topics = createTopics(vocabulary);
  const drawTopic = weightedDraw(topics.map((_, place) => 1 / (place + 10)));
  const writer = createWriter(vocabulary);
  return (random) => {
    const subject = drawSubject(topics[drawTopic(random)]!, random);
    return {
      title: writer.title(subject, random),
      questionText: writer.text(subject, MEDIAN_LENGTH.question, random),
      answerText: () => writer.text(subject, MEDIAN_LENGTH.answer, random),
    };
  };
}

function drawSubject({ words, phrases }: Topic, random: Random): Subject {
  const drawn = Array.from({ length: WORDS_OF_SUBJECT }, () => pickFrom(towardsFirst(words, random), random));
  return { words: drawn, phrases };
}

/** One of them, the first ones more often. */
function towardsFirst<T>(choices: readonly T[], random: Random): T {
  return choices[Math.floor(choices.length * random() ** 2)]!;
}

/** Each theme comes back in many topics, with other rarer words each time. */
function createTopics({ words, find, drawPlace }: Vocabulary): Topic[] {
  const random = randomNumbers(11);
  const drawOwn = (): Word => {
    const place = drawPlace(random);
    return place < LEAST_PLACE_OF_OWN ? drawOwn() : words[place]!;
  };
  return Array.from({ length: TOPICS }, (_, number) => {
    const theme = THEMES[number % THEMES.length]!;
    const own = Array.from({ length: OWN_WORDS }, drawOwn);
    const common = theme.words.map(find);
    return { words: [...own.slice(0, 3), ...common, ...own.slice(3)], phrases: theme.phrases };
  });
}

/** Of words that lose their last letter before a vowel. */
const ELIDED = new Map(
  ["de", "la", "le", "que", "ne", "se", "je", "me"].map((word) => [word, `${word[0]}'`]),
);
ELIDED.set("que", "qu'");
const VOWELS = new Set("aeiouyàâéèêëîïôûœAEIOUYÉÈÊÎÔ");
const PLACES = 3_000;

/** Writes a piece of text word by word. */
function createWriter({ words, drawPlace }: Vocabulary) {
  const places = createPlaces();
  const drawFunctionWord = weightedDraw(FUNCTION_WORDS.map(([, share]) => share));

  /** What stands where a word with a meaning is due, and how often it is that. */
  const kinds: readonly (readonly [share: number, draw: (subject: Subject, random: Random) => string])[] = [
    [0.04, (_, random) => drawNumber(random)],
    [0.02, (_, random) => towardsFirst(places, random)],
    [0.012, (_, random) => drawAcronym(random)],
    [0.006, (_, random) => nameOf(Math.floor(4_000 * random() ** 2))],
    [0.07, (_, random) => pickFrom(COMMON_PHRASES, random)],
    [0.024, ({ phrases }, random) => pickFrom(phrases, random)],
    [0.006, (_, random) => pickFrom(pickFrom(THEMES, random).phrases, random)],
  ];
  const other = kinds.length;
  const drawKind = weightedDraw([...kinds.map(([share]) => share), 0.822]);

  const drawMeaning = (subject: Subject, shareOfSubject: number, random: Random): string => {
    const kind = drawKind(random);
    if (kind < other) return kinds[kind]![1](subject, random);
    if (random() < shareOfSubject) return towardsFirst(subject.words, random);
    return pickFrom(words[drawPlace(random)]!, random);
  };

  /** So many words and phrases, those without a meaning of their own among them. */
  const write = (subject: Subject, count: number, shareOfSubject: number, random: Random): string => {
    let written = "";
    let elided: string | undefined;
    let hasMeaning = false;
    for (let i = 0; i < count; i += 1) {
      hasMeaning = i === count - 1 || random() < (hasMeaning ? 0.2 : 0.63);
      const word = hasMeaning
        ? drawMeaning(subject, shareOfSubject, random)
        : FUNCTION_WORDS[drawFunctionWord(random)]![0];
      if (elided !== undefined && VOWELS.has(word[0]!)) {
        written = written.slice(0, -elided.length) + ELIDED.get(elided)! + word;
      } else {
        written += (i === 0 ? "" : hasMeaning && random() < 0.06 ? ", " : " ") + word;
      }
      elided = ELIDED.has(word) ? word : undefined;
    }
    return written;
  };

  const writeSentence = (subject: Subject, random: Random): string => {
    const text = write(subject, 6 + Math.floor((random() + random()) * 15), SHARE_OF_SUBJECT.text, random);
    return text[0]!.toUpperCase() + text.slice(1) + (random() < 0.25 ? " ?" : ".");
  };

  return {
    title(subject: Subject, random: Random): string {
      const { least, most } = WORDS_OF_TITLE;
      const count = least + Math.floor(random() * (most - least + 1));
      return write(subject, count, SHARE_OF_SUBJECT.title, random);
    },
    text(subject: Subject, medianLength: number, random: Random): string {
      const length = medianLength * Math.exp((random() + random() + random() - 1.5) * 1.2);
      let text = writeSentence(subject, random);
      while (text.length < length) text += (random() < 0.35 ? "\n\n" : " ") + writeSentence(subject, random);
      return text;
    },
  };
}

function createPlaces(): string[] {
  const random = randomNumbers(13);
  return Array.from({ length: PLACES }, () => {
    const name = inventSyllables(1 + Math.floor(random() * 2), random);
    const ending = pickFrom(["ville", "mont", "court", "ières", "ay", "ignies", "heid", "-sur-Orme"], random);
    return name[0]!.toUpperCase() + name.slice(1) + ending;
  });
}

function drawNumber(random: Random): string {
  const kind = random();
  if (kind < 0.3) return String(2_000 + Math.floor(24 * random()));
  if (kind < 0.75) return String(Math.floor(100 * random() ** 2) + 1);
  if (kind < 0.9) return `${1 + Math.floor(900 * random())}.${100 + Math.floor(900 * random())} euros`;
  return `${1 + Math.floor(28 * random())} ${pickFrom(MONTHS, random)} ${2_000 + Math.floor(24 * random())}`;
}

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
  " ",
);

/** One of the known ones, or one that few questions have. */
function drawAcronym(random: Random): string {
  if (random() < 0.7) return towardsFirst(ACRONYMS, random);
  return Array.from({ length: 3 }, () => pickFrom([..."ABCDEFGILMNOPRSTU"], random)).join("");
}
