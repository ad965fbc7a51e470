import type { PageLine } from "../shared/page-lines.ts";

/**
 * The fields that stand above the items of a page. Each is null where the page does not say it in the form we
 * know.
 */
export interface PageHeader {
  /** `2013-2014` or `se2014`, in lower case. */
  readonly session: string | null;
  readonly year: number | null;
  readonly officialReference: string | null;
  readonly officialNumber: number | null;
  /** `k élément(s) trouvé(s).`; null on print pages, which do not count. */
  readonly announcedItems: number | null;
  /** Index of the line of the session; -1 without. */
  readonly start: number;
  /** Indexes of the lines that were read as fields. */
  readonly used: ReadonlySet<number>;
  /** Index of the line after the last field; 0 without any. */
  readonly end: number;
}

/** A field stands on a line of its own, or beside others that have their colons too. */
const field = (name: string, value: string) =>
  new RegExp(`^${name}\\s*:?\\s*(${value})$|\\b${name}\\s*:\\s*(${value})(?!\\d)`, "i");
const NUMBER = String.raw`N\s?[°ºo]`;
const SESSION = field("Session", String.raw`\d{4}\s?-\s?\d{4}|se\s?\d{4}`);
const YEAR = field("Année", String.raw`\d{4}`);
const REFERENCE = field(NUMBER, String.raw`\d{1,6}\s*\([^()]{1,40}\)\s*\d{1,6}`);
const COUNT = /^(\d{1,4})\s*élément\(?s?\)?\s*trouvé\(?s?\)?\s*\.?$/i;
/** Any line of the three, whether or not we can read its value. */
const FIELD = new RegExp(`^(?:Session|Année|${NUMBER})\\s*:`, "i");
/** The name alone: its value stands in the line below. */
const NAME_ALONE = new RegExp(`^(?:Session|Année|${NUMBER})\\s*:?$`, "i");

/** Reads the fields above the first item, the nearest ones winning over those of the frame. */
export function readHeader(lines: readonly PageLine[], end: number): PageHeader {
  const session = lastMatch(lines, end, SESSION);
  const year = lastMatch(lines, end, YEAR);
  const reference = lastMatch(lines, end, REFERENCE);
  const count = lastMatch(lines, end, COUNT);
  const matches = [session, year, reference, count].filter((match) => match !== null);
  const officialReference = reference?.value.replace(/\s+/g, " ") ?? null;
  return {
    session: session?.value.replace(/\s/g, "").toLowerCase() ?? null,
    year: year === null ? null : Number(year.value),
    officialReference,
    officialNumber: officialReference === null ? null : Number.parseInt(officialReference, 10),
    announcedItems: count === null ? null : Number(count.value),
    start: session?.start ?? -1,
    used: new Set(matches.flatMap(({ start, last }) => [start, last])),
    end: Math.max(0, ...matches.map(({ last }) => last + 1)),
  };
}

interface FieldMatch {
  readonly value: string;
  readonly start: number;
  readonly last: number;
}

function lastMatch(lines: readonly PageLine[], from: number, pattern: RegExp): FieldMatch | null {
  let below = from;
  for (let i = from - 1; i >= 0; i -= 1) {
    const text = lines[i]?.text ?? "";
    if (text === "") continue;
    const value = valueIn(pattern, text);
    if (value !== null) return { value, start: i, last: i };
    const split = below < from && NAME_ALONE.test(text) ? `${text} ${lines[below]?.text}` : "";
    const valueBelow = split === "" ? null : valueIn(pattern, split);
    if (valueBelow !== null) return { value: valueBelow, start: i, last: below };
    below = i;
  }
  return null;
}

function valueIn(pattern: RegExp, text: string): string | null {
  const match = pattern.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Index of the line that tells the session, as records of this Parliament do; -1 without. */
export function findSessionLine(lines: readonly PageLine[]): number {
  return lines.findIndex(({ text }) => FIELD.test(text) && SESSION.test(text));
}

/** Whether the names of the fields stand on a page, with values or without. */
export function hasFieldNames(lines: readonly PageLine[]): boolean {
  return lines.filter(({ text }) => FIELD.test(text)).length >= 2;
}

/** Whether a line announces how many items follow. */
export function isCount({ text }: PageLine): boolean {
  return COUNT.test(text);
}

/** Whether a line is a field or the count, or blank: no words of the record itself. */
export function isHeaderLine({ text }: PageLine): boolean {
  return text === "" || FIELD.test(text) || COUNT.test(text);
}
