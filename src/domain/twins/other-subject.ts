import { ANY_NUMBER } from "./lexicon.ts";
import type { Name } from "./sentence-reader.ts";
import { shareOfSmaller } from "./shares.ts";
import type { TwinSide } from "./twin-side.ts";

/**
 * Whether two questions, however alike in words, name two subjects: another commune, another road, another
 * animal, the report of another year. Each must have something the other has not: what one says alone may be an
 * addition.
 */
export function nameOtherSubjects(one: TwinSide, other: TwinSide): boolean {
  return (
    haveOtherNumbers(one.title.numbers, other.title.numbers) ||
    (titleNamesAlone(one, other) && titleNamesAlone(other, one)) ||
    (titleSaysAlone(one, other) && titleSaysAlone(other, one)) ||
    nameOthersInTheSamePlace(one, other)
  );
}

function haveOtherNumbers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && shareOfSmaller(one, other) < 1;
}

/** A name in the title of which the other question has no trace. */
function titleNamesAlone(one: TwinSide, other: TwinSide): boolean {
  return one.title.names.some((name) => isForeignTo(name, one, other));
}

/** A word in the title that the text repeats, and the other question never uses. */
function titleSaysAlone(one: TwinSide, other: TwinSide): boolean {
  return [...one.title.stems].some((stem) => stem !== ANY_NUMBER && one.stems.has(stem) && !other.uses(stem));
}

/** After the same words, each text has a name that the other one never has. */
function nameOthersInTheSamePlace(one: TwinSide, other: TwinSide): boolean {
  const isOwn = (from: TwinSide, to: TwinSide) => (name: Name) =>
    name.after !== "" && isForeignTo(name, from, to);
  const places = new Set(one.text.names.filter(isOwn(one, other)).map(({ after }) => after));
  return places.size > 0 && other.text.names.filter(isOwn(other, one)).some(({ after }) => places.has(after));
}

/** Whom the questions are put to is no part of their subject. */
function isForeignTo({ stems }: Name, from: TwinSide, to: TwinSide): boolean {
  const telling = stems.filter((stem) => !from.title.addressee.has(stem) && !to.title.addressee.has(stem));
  return telling.some((stem) => !to.uses(stem));
}
