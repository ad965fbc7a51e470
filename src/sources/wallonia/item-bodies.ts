import {
  commonContainer,
  isWithin,
  type PageLine,
  type PageOutline,
  type PageText,
  printed,
} from "../shared/page-lines.ts";
import type { ItemMark } from "./item-mark.ts";
import { itemElement } from "./item-regions.ts";
import { isStray } from "./stray-lines.ts";

/** The bodies of a page's items in order, and what stands around them. */
export interface ItemBodies {
  readonly bodies: readonly string[];
  /** Lines inside the record, after its first item, that belong to no item. */
  readonly outside: readonly PageLine[];
  /**
   * What follows on the page where its last item has no body or is badly closed: its footer, or words of the
   * item.
   */
  readonly following: readonly PageLine[];
  /** The element that holds the whole record: fields and items. */
  readonly record: number;
  /** Whether the page breaks off inside its last item, or where another might follow; null where neither. */
  readonly breaksOff: "inside" | "after" | null;
}

/**
 * Cuts the bodies out of a page whose session stands in line `field`. An item ends where the next begins; the
 * last one also where the element that holds it ends (HTML) or where the indent does (text), so that the
 * footer of the page is not read as the end of an answer.
 */
export function bodiesOf(page: PageText, marks: readonly ItemMark[], field: number): ItemBodies {
  const spans = marks.map(({ people }, i) => {
    return page.lines.slice(people.end, marks[i + 1]?.start ?? page.lines.length);
  });
  return page.rendering === "html"
    ? bodiesInHtml(page, marks, spans, page.lines[field]?.element ?? 0)
    : bodiesInText(marks, spans);
}

function bodiesInHtml(
  page: PageText,
  marks: readonly ItemMark[],
  spans: readonly PageLine[][],
  field: number,
): ItemBodies {
  const { outline } = page;
  const elements = marks.map((mark, i) => itemElement(page, mark, spans[i]?.find(isText), field));
  const record = commonContainer(outline, [field, ...marks.map(({ line }) => line.element)]);
  const outside: PageLine[] = [];
  const beyond: PageLine[] = [];
  const bodies = spans.map((span, i) => {
    const body: PageLine[] = [];
    for (const line of span) {
      const isInside = isWithin(outline, line.element, elements[i] ?? 0);
      const isInRecord = i < marks.length - 1 || isWithin(outline, line.element, record);
      if (isInside && !line.isAside) body.push(line);
      else if (isInside || (isInRecord && isStray(line))) outside.push(line);
      else if (isStray(line)) beyond.push(line);
    }
    return bodyText(body);
  });
  const last = elements.at(-1) ?? 0;
  const isMisnested = outline.misnested.some((element) => isWithin(outline, last, element));
  return {
    bodies,
    outside,
    following: bodies.at(-1) === "" || isMisnested ? beyond : [],
    record,
    breaksOff: howItBreaksOff(outline, last, record),
  };
}

function bodiesInText(marks: readonly ItemMark[], spans: readonly PageLine[][]): ItemBodies {
  const heading = marks.at(-1)?.line;
  const margin = heading === undefined || heading.mark === "" ? -1 : heading.level;
  const last = spans.at(-1) ?? [];
  const end = last.findLastIndex((line) => line.text !== "" && line.level > margin) + 1;
  const bodies = spans.map((span) => bodyText(span === last && end > 0 ? span.slice(0, end) : span));
  return { bodies, outside: end > 0 ? last.slice(end) : [], following: [], record: 0, breaksOff: null };
}

/** An end of the document may be missing, as long as that of the record is not. */
function howItBreaksOff({ unclosed }: PageOutline, last: number, record: number): ItemBodies["breaksOff"] {
  if (unclosed.some(({ element }) => element === last)) return "inside";
  const isOpen = unclosed.some(
    ({ name, element }) => element === record || (name !== "html" && name !== "body"),
  );
  return isOpen ? "after" : null;
}

const isText = (line: PageLine) => line.text !== "" && !line.isAside;

/** Lines as a reader sees them: line breaks kept, paragraphs separated by one empty line. */
export function bodyText(lines: readonly PageLine[]): string {
  let text = "";
  let gap = "";
  for (const line of lines) {
    if (line.text === "") {
      if (text !== "") gap = "\n\n";
    } else {
      text += gap + printed(line);
      gap = "\n";
    }
  }
  return text;
}
