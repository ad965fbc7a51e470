import { slugWords } from "./folded-text.ts";
import { CIVILITIES, RANKS, withoutLeading } from "./forms-of-address.ts";

/** Somebody a name may mean. */
export interface NamedPerson {
  readonly slug: string;
  /** As pages print names: the family name in capitals, then the others. */
  readonly spellings: readonly string[];
}

/**
 * The people whom a name as somebody writes it means, in either order, with or without a form of address: none, one, or
 * several where it does not tell them apart. A surer reading leaves the less sure ones out: all words of a name, then
 * the whole family name, alone or with initials or some of the others, then a part of the family name.
 */
export function peopleMeant<Person extends NamedPerson>(typed: string, people: readonly Person[]): Person[] {
  const words = slugWords(typed);
  // « M. » may be an initial as well.
  const readings = [words, withoutLeading(words, ADDRESS)].filter((reading) => reading.length > 0);
  const sure = (person: Person) =>
    Math.max(0, ...person.spellings.flatMap((name) => readings.map((reading) => sureness(reading, name))));
  const best = Math.max(0, ...people.map(sure));
  return best === NOT_MEANT ? [] : people.filter((person) => sure(person) === best);
}

const NOT_MEANT = 0;
const PART_OF_FAMILY_NAME = 1;
const FAMILY_NAME = 2;
const WHOLE_NAME = 3;

function sureness(typed: readonly string[], spelling: string): number {
  const { family, given } = partsOf(spelling);
  const [familyTyped, others] = take(typed, family);
  if (familyTyped.every(isParticle)) return NOT_MEANT;
  const [givenTyped, shortened] = take(others, given);
  const [, givenLeft] = take(given, givenTyped);
  if (!areInitials(shortened, givenLeft)) return NOT_MEANT;
  const [, familyLeft] = take(family, familyTyped);
  if (familyLeft.length + givenLeft.length === 0) return WHOLE_NAME;
  return familyLeft.every(isParticle) ? FAMILY_NAME : PART_OF_FAMILY_NAME;
}

interface NameParts {
  readonly family: readonly string[];
  readonly given: readonly string[];
}

/** The family name goes up to the last word in capitals; where they tell nothing, it is the first word. */
function partsOf(spelling: string): NameParts {
  const printed = spelling.trim().split(/\s+/u);
  const last = printed.findLastIndex((word) => /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase());
  const end = last === -1 || last === printed.length - 1 ? 1 : last + 1;
  return {
    family: slugWords(printed.slice(0, end).join(" ")),
    given: slugWords(printed.slice(end).join(" ")),
  };
}

/** « ph », « p m » and « pm » for Philippe Marie; nothing is short for anything. */
function areInitials(typed: readonly string[], names: readonly string[]): boolean {
  const [first, ...others] = typed;
  if (first === undefined) return true;
  if (others.length === 0 && first.length > 1 && first === names.map((name) => name[0]).join("")) return true;
  const index = first.length > LONGEST_INITIAL ? -1 : names.findIndex((name) => name.startsWith(first));
  return index !== -1 && areInitials(others, names.toSpliced(index, 1));
}

const LONGEST_INITIAL = 2;

/** The words that are in `wanted`, each as often as it is there, and those that are not. */
function take(words: readonly string[], wanted: readonly string[]): [taken: string[], left: string[]] {
  const missing = [...wanted];
  const taken: string[] = [];
  const left: string[] = [];
  for (const word of words) {
    const index = missing.indexOf(word);
    if (index !== -1) missing.splice(index, 1);
    (index === -1 ? left : taken).push(word);
  }
  return [taken, left];
}

const ADDRESS = new Set([...CIVILITIES, ...RANKS, "depute", "deputee"]);

const PARTICLES = new Set(
  "d da de del della den der des di dos du el l la le les ten ter van von".split(" "),
);

const isParticle = (word: string) => PARTICLES.has(word);
