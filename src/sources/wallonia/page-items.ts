import { commonContainer, isWithin, type PageLine, type PageText } from "../shared/page-lines.ts";
import { headingAt, undatedHeading } from "./item-heading.ts";
import type { ItemMark } from "./item-mark.ts";
import { findSigner, isPerson, readPeople } from "./item-people.ts";
import { findBodyElement, NO_ELEMENT } from "./item-regions.ts";
import type { PageHeader } from "./page-header.ts";

/**
 * The first heading of a written question that somebody signs; failing that, the first one; null without any.
 */
export function findQuestion(lines: readonly PageLine[]): ItemMark | null {
  let unsigned: ItemMark | null = null;
  for (const [i, line] of lines.entries()) {
    const read = line.isAside ? null : headingAt(lines, i);
    if (read?.heading.kind !== "question") continue;
    const people = readPeople(lines, read.next, true);
    const mark = { heading: read.heading, people, start: i, line };
    if (people.from !== null) return mark;
    unsigned ??= mark;
  }
  return unsigned;
}

/** All items of a page from below its fields on, the question among them, in the order of the page. */
export function findItems(page: PageText, question: ItemMark, header: PageHeader): ItemMark[] {
  const { lines, outline } = page;
  const fields = lines[header.start]?.element ?? question.line.element;
  const core = commonContainer(outline, [fields, question.line.element]);
  const layout = { question, core, isOutline: isOutline(lines, question) };
  const marks: ItemMark[] = [];
  let body: number | null = null;
  for (let i = header.end; i < lines.length;) {
    const mark = i === question.start ? question : itemAt(page, i, layout, body ?? NO_ELEMENT);
    const isFirstOfBody = mark === null && body === null && lines[i]?.text !== "";
    if (mark !== null) body = null;
    else if (isFirstOfBody) body = findBodyElement(page, marks.at(-1), i);
    if (mark !== null) marks.push(mark);
    i = mark?.people.end ?? i + 1;
  }
  return marks;
}

/** How the question of a page is set, which the headings of the other items are compared with. */
interface Layout {
  readonly question: ItemMark;
  /** The element that holds it and the fields: a list in the footer of a page lies outside. */
  readonly core: number;
  /** Whether the layout itself tells headings from the rest: people hang below them, marked. */
  readonly isOutline: boolean;
}

/** The item that begins at line `i`, or null where the line belongs to the body above it. */
function itemAt(page: PageText, i: number, layout: Layout, body: number): ItemMark | null {
  const { lines } = page;
  const { question } = layout;
  const line = lines[i];
  if (line === undefined || line.text === "" || line.isAside) return null;
  const isAlike = isSameShape(line, question.line);
  const isApart = isSetApart(line);
  const isInBody = !isApart && body !== NO_ELEMENT && isWithin(page.outline, line.element, body);
  const mayHead = isAlike || (isApart && isSetApart(question.line) && line.level <= question.line.level);
  if (!mayHead || isInBody) return null;

  const dated = headingAt(lines, i);
  const { heading, next } = dated ?? { heading: undatedHeading(line.text), next: i + 1 };
  const isSigned = heading.signedBy !== null || findSigner(lines, next) !== null;
  const isMarked = isSigned || dated !== null;
  const isOneOfItems = layout.isOutline && isWithin(page.outline, line.element, layout.core);
  const stands =
    heading.kind === "unknown"
      ? isAlike && !isPerson(line) && ((isApart && isMarked) || isOneOfItems)
      : isSigned || (isAlike && isApart);
  if (!stands) return null;
  const signed = { from: heading.signedBy, to: null, others: [], start: i, end: next };
  const people = heading.signedBy === null ? readPeople(lines, next, heading.kind === "question") : signed;
  const mark = { heading, people, start: i, line };
  // Above the question, what reaches into it is no item of its own.
  if (i < question.start && people.end > question.start) return null;
  return isApart || isInOneElement(lines, mark) === isInOneElement(lines, question) ? mark : null;
}

/**
 * Whether heading and people stand in one element, told apart by line breaks alone: so do words quoted in a
 * body.
 */
function isInOneElement(lines: readonly PageLine[], { line, people }: ItemMark): boolean {
  return lines[people.start]?.element === line.element;
}

function isOutline(lines: readonly PageLine[], { line, people }: ItemMark): boolean {
  const signed = lines[people.start];
  return line.mark !== "" && signed !== undefined && signed.mark !== "" && signed.level > line.level;
}

const isSameShape = (one: PageLine, other: PageLine) =>
  (one.mark === "") === (other.mark === "") && one.level === other.level && one.tag === other.tag;

const isSetApart = (line: PageLine) => line.mark !== "" || /^(?:h[1-6]|dt|legend|summary|th)$/.test(line.tag);
