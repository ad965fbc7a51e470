import { slugOrSelf } from "./folded-text.ts";

/** How many letters carry an accent or are otherwise outside plain ASCII. */
const accents = (name: string) => name.normalize("NFC").match(/[^\p{ASCII}]/gu)?.length ?? 0;

/**
 * Of two spellings of one name, the one to show: the site drops accents (`LUTGEN Benoit`), it never adds them.
 * Equal counts are settled by code point, so that the order in which pages arrive does not matter.
 */
export function fullerSpelling(one: string, other: string): string {
  const difference = accents(one) - accents(other);
  if (difference !== 0) return difference > 0 ? one : other;
  return one < other ? one : other;
}

/**
 * The spelling under which a person or portfolio is shown, in whatever order the spellings came: the fullest of those
 * that fold to its slug. Others are there by a correction, often misprints, and only show where there is no other.
 */
export function shownName(slug: string, spellings: readonly string[]): string {
  const own = spellings.filter((spelling) => slugOrSelf(spelling) === slug);
  return (own.length > 0 ? own : spellings).reduce(fullerSpelling);
}
