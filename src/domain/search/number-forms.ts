const YEAR = /^(?:19|20)\d\d$/;

/**
 * The words of the other way to write a number of more than three digits, in groups of three or without:
 * those of `10.000` for `10000`, and the other way round. Null for anything else, years being written one way
 * only.
 */
export function otherFormOfNumber(words: readonly string[]): string[] | null {
  const [first = "", ...groups] = words;
  if (groups.length === 0) return /^[1-9]\d{3,14}$/.test(first) && !YEAR.test(first) ? inGroups(first) : null;
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return isGrouped && groups.length < 5 ? [words.join("")] : null;
}

const inGroups = (digits: string) => digits.split(/(?=(?:\d{3})+$)/);
