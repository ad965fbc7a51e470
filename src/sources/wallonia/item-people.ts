import type { PageLine } from "../shared/page-lines.ts";

/** The lines below a heading that say who asks whom, or who answers. */
export interface ItemPeople {
  /** After `de`; null where no such line follows the heading. */
  readonly from: string | null;
  /** After `à`, with the office; null where no such line follows. */
  readonly to: string | null;
  /** Lines of the same shape that name further people, as printed. */
  readonly others: readonly string[];
  /** Index of the first of these lines, or of the line after the heading where there is none. */
  readonly start: number;
  /** Index of the first line of the body. */
  readonly end: number;
}

/**
 * Exactly one `de` is the preposition: `de de COSTER-BAUCHAU Sybille` is signed `de COSTER-BAUCHAU Sybille`.
 */
const FROM = /^de (\S.*)$/;
const TO = /^à (\S.*)$/;
const FROM_AND_TO = /^de (\S.{1,98}?) à (\S.*)$/;
/** A name as the site prints it: particles or none, then the family name, in capitals. */
const NAME = /^(?:(?:\p{Ll}{1,4} |\p{Ll}['’]){0,3})\p{Lu}[\p{Lu}'’-]*\p{Lu}(?=$|[ ,])/u;
/** The same in a list of people, where its place says what it is: a capital will do. */
const LISTED_NAME = /^(?:\p{Ll}{1,4} |\p{Ll}['’]){0,3}\p{Lu}/u;
/** Longer than any name or title of office: a sentence that happens to begin like one. */
const LONGEST_NAME = 100;
const LONGEST_OFFICE = 600;

/**
 * Reads the people below a heading that ends before line `start`; `addressed` where an `à` line is expected.
 */
export function readPeople(lines: readonly PageLine[], start: number, addressed: boolean): ItemPeople {
  const first = skipBlank(lines, start);
  const line = lines[first];
  const from = findSigner(lines, start);
  if (line === undefined || from === null) {
    const to = line === undefined || !addressed ? null : nameAfter(TO, line);
    return { from, to, others: [], start: to === null ? start : first, end: to === null ? start : first + 1 };
  }

  const [, author, addressee] = (addressed ? FROM_AND_TO.exec(line.text) : null) ?? [];
  if (author !== undefined && addressee !== undefined && isName(addressee, line)) {
    return { from: author, to: addressee, others: [], start: first, end: first + 1 };
  }
  let to: string | null = null;
  let end = first + 1;
  const others = from === FROM.exec(line.text)?.[1] ? [] : [line.text];
  for (;;) {
    const isSought: boolean = addressed && to === null;
    const i: number = isSought ? skipBlank(lines, end) : end;
    const next: PageLine | undefined = lines[i];
    if (next === undefined || !(isSought || (isListed(next) && next.level === line.level))) break;
    const named: string | null = isSought ? nameAfter(TO, next) : null;
    if (named === null && !isPerson(next)) break;
    if (named === null) others.push(next.text);
    else to = named;
    end = i + 1;
  }
  return { from, to, others, start: first, end };
}

/** Who signs below a heading that ends before line `start`; null where no such line follows. */
export function findSigner(lines: readonly PageLine[], start: number): string | null {
  const line = lines[skipBlank(lines, start)];
  const signer = line === undefined ? undefined : nameAfter(FROM, line)?.split(",", 1)[0]?.trim();
  return signer === undefined || signer.length > LONGEST_NAME ? null : signer;
}

/**
 * Whether a line names a person in the capitals of the site: an author or addressee more than the grammar
 * knows.
 */
export function isPerson({ text }: PageLine): boolean {
  const name = /^(?:de|à) (\S.*)$/.exec(text)?.[1];
  return name !== undefined && text.length <= LONGEST_OFFICE && NAME.test(name);
}

/** Whether words are a name as the site prints names, and nothing but a name. */
export function isPrintedName(text: string): boolean {
  return text.length <= LONGEST_NAME && !text.includes(",") && NAME.test(text);
}

/** What follows the preposition, where it looks like a person. */
function nameAfter(preposition: RegExp, line: PageLine): string | null {
  const name = preposition.exec(line.text)?.[1];
  return name !== undefined && isName(name, line) ? name : null;
}

function isName(text: string, line: PageLine): boolean {
  if (text.length > LONGEST_OFFICE) return false;
  return NAME.test(text) || (isListed(line) && LISTED_NAME.test(text));
}

const isListed = (line: PageLine) => line.mark !== "";

function skipBlank(lines: readonly PageLine[], from: number): number {
  let i = from;
  while (lines[i]?.text === "") i += 1;
  return i;
}
