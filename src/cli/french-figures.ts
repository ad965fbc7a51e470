/** What stands for a figure that does not exist. */
const NONE = "–";

const LOCALE = "fr-BE";

/** « 1 234 » */
export const wholeNumber = (count: number) => count.toLocaleString(LOCALE);

/** « 6,5 », in days. */
export const dayCount = (days: number | null) =>
  days === null ? NONE : days.toLocaleString(LOCALE, { maximumFractionDigits: 1 });

/** « 56 % » */
export const percentage = (share: number | null, { decimals = 0 } = {}) =>
  share === null ? NONE : share.toLocaleString(LOCALE, { style: "percent", maximumFractionDigits: decimals });

/** « 31 [21 ; –] »: days with their limits; one dash where there is neither. The blanks do not break. */
export function daysWithin(days: number | null, limits: readonly (number | null)[]): string {
  if (days === null && limits.every((limit) => limit === null)) return NONE;
  return `${dayCount(days)}\u00a0[${limits.map(dayCount).join("\u202f;\u00a0")}]`;
}

/** Text whose signs stay with their words: no line begins with « ; », and none ends with « « ». */
export const unbroken = (text: string) => text.replaceAll(/ (?=[;:»%?!])|(?<=[«º]) /g, "\u00a0");
