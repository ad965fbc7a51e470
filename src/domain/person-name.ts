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
