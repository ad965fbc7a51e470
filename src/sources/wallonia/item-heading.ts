import { type CalendarDate, findCalendarDate } from "../../domain/calendar-date.ts";
import { slugOf } from "../../domain/folded-text.ts";
import type { PageLine } from "../shared/page-lines.ts";
import { isPrintedName } from "./item-people.ts";

/**
 * What a heading says its item is; `unknown` keeps a heading we have never seen apart from everything else.
 */
export type ItemKind = "question" | "answer" | "holdingAnswer" | "unknown";

/** The heading of one dated piece of a page. */
export interface ItemHeading {
  readonly kind: ItemKind;
  /** The heading as printed, blanks folded. */
  readonly text: string;
  /** Null where the heading has no date, or one the calendar does not know; `text` then shows it. */
  readonly datedOn: CalendarDate | null;
  /** What follows the date after ` | `: the labels of the annexes. */
  readonly annexes: readonly string[];
  /** Who signs, where the heading itself says it (the second provisional form); else null. */
  readonly signedBy: string | null;
  /** Whether it was understood although it is not printed as the grammar has it. */
  readonly isRepaired: boolean;
}

const PRINTED: readonly { kind: ItemKind; printed: string }[] = [
  { kind: "question", printed: "Question écrite du" },
  { kind: "answer", printed: "Réponse du" },
  { kind: "holdingAnswer", printed: "Réponse provisoire du" },
];
/** The words before the date, as printed and folded. */
const KINDS = new Map([
  ...PRINTED.flatMap((entry) => [[entry.printed, entry] as const, [slugOf(entry.printed), entry] as const]),
  // Seen once (82754): the word is missing, and it is an answer.
  ["du", { kind: "answer", printed: "Réponse du" }] as const,
]);
const SHORTEST_HEADING = "1/1/2000".length;
const LONGEST_HEADING = 300;
const DATED = /^(.{0,80}?)(?<!\d)(\d{1,2})([/.-])(\d{1,2})\3(\d{4})(?!\d)\s*(.*)$/;
/** A heading whose date stands in the line below. */
const HEADING_BEGUN = /^(?:question|réponse)\b.{0,20}$/i;
/** A heading whose date is cut off: `Réponse du 10/`. */
const DATE_CUT_OFF = /^(réponse (?:provisoire )?du)(?: [\d/.-]*)?$/i;
const PROVISIONAL_BY = /^réponse provisoire de (\S.*)$/i;

/**
 * Reads a line as a heading with a date; null where it is none, or where words follow the date (a sentence
 * that mentions a question or an answer).
 */
export function findDatedHeading(text: string): ItemHeading | null {
  if (text.length < SHORTEST_HEADING || text.length > LONGEST_HEADING) return null;
  const [, words, day, separator, month, year, tail] = DATED.exec(text) ?? [];
  if (words === undefined || tail === undefined) return null;
  const datedOn = findCalendarDate(Number(year), Number(month), Number(day));
  const signedBy = words === "" ? findProvisionalSigner(tail) : null;
  if (signedBy !== null) {
    return { kind: "holdingAnswer", text, datedOn, annexes: [], signedBy, isRepaired: false };
  }
  const annexes = annexLabels(tail);
  if (annexes === null) return null;
  const known = KINDS.get(words.trim()) ?? KINDS.get(slugOf(words));
  const isAsPrinted = separator === "/" && words.trim() === known?.printed;
  return { kind: known?.kind ?? "unknown", text, datedOn, annexes, signedBy: null, isRepaired: !isAsPrinted };
}

/**
 * The dated heading at a line, which may go on in the line below (a cell, a line break inside it); null
 * without.
 */
export function headingAt(
  lines: readonly PageLine[],
  i: number,
): { heading: ItemHeading; next: number } | null {
  const line = lines[i];
  if (line === undefined || line.text === "") return null;
  const heading = findDatedHeading(line.text);
  const next = lines[i + 1]?.text === "" ? i + 2 : i + 1;
  const below = lines[next]?.text ?? "";
  if (heading === null) {
    if (!HEADING_BEGUN.test(line.text)) return null;
    const joined = findDatedHeading(`${line.text} ${below}`);
    return joined === null || joined.kind === "unknown" ? null : { heading: joined, next: next + 1 };
  }
  const signedBy = isBareDate(heading) ? findProvisionalSigner(below) : null;
  if (signedBy === null) return { heading, next: i + 1 };
  const text = `${heading.text} ${below}`;
  return {
    heading: { ...heading, kind: "holdingAnswer", text, signedBy, isRepaired: false },
    next: next + 1,
  };
}

function findProvisionalSigner(text: string): string | null {
  const name = PROVISIONAL_BY.exec(text)?.[1];
  return name !== undefined && isPrintedName(name) ? name : null;
}

/** Whether a heading is a bare date: it says what it is on the line below only (seen once: 50050). */
export function isBareDate(heading: ItemHeading): boolean {
  return heading.kind === "unknown" && /^[\d/.-]+$/.test(heading.text);
}

/** A heading without a date to read: of an answer whose date is cut off, or no part of the grammar. */
export function undatedHeading(text: string): ItemHeading {
  const words = DATE_CUT_OFF.exec(text)?.[1];
  const kind = words === undefined ? undefined : KINDS.get(slugOf(words))?.kind;
  return { kind: kind ?? "unknown", text, datedOn: null, annexes: [], signedBy: null, isRepaired: false };
}

/** `| Annexe [PDF] | Annexe 2 [PDF]` cut at its bars; null where something else follows the date. */
function annexLabels(tail: string): string[] | null {
  if (tail === "" || tail === ":" || tail === ".") return [];
  if (!tail.startsWith("|") && !/^annexe/i.test(tail)) return null;
  return tail
    .split("|")
    .map((label) => label.trim())
    .filter((label) => label !== "");
}
