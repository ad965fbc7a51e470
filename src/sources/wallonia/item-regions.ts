import { commonContainer, isWithin, type PageLine, type PageText } from "../shared/page-lines.ts";
import type { ItemMark } from "./item-mark.ts";

/** Stands for an element where there is none. */
export const NO_ELEMENT = -1;

/**
 * The element that holds the body of an item and nothing of its head, judged by the first line of the body;
 * NO_ELEMENT where the body stands beside the heading, as on the print page. No item begins inside it.
 */
export function findBodyElement(
  { lines, outline }: PageText,
  mark: ItemMark | undefined,
  firstLine: number,
): number {
  const line = lines[firstLine];
  if (mark === undefined || line === undefined) return NO_ELEMENT;
  const head = headElements(lines, mark);
  const holdsHead = (element: number) => head.some((inner) => isWithin(outline, inner, element));
  if (holdsHead(line.element)) return NO_ELEMENT;
  let element = line.element;
  for (let parent = element; !holdsHead(parent); parent = outline.parents[parent] ?? 0) element = parent;
  return element;
}

/**
 * The smallest element that holds an item, body included. A body that lies farther from its heading than the
 * fields of the record do is none: that is the footer of a page whose item has no body.
 */
export function itemElement(
  page: PageText,
  mark: ItemMark,
  body: PageLine | undefined,
  field: number,
): number {
  const { outline, lines } = page;
  const head = commonContainer(outline, headElements(lines, mark));
  if (body === undefined) return head;
  const whole = commonContainer(outline, [head, body.element]);
  const holdsFields = (element: number) => isWithin(outline, field, element);
  if (whole === head || !holdsFields(whole)) return whole;
  return !holdsFields(head) && whole === outline.parents[head] ? whole : head;
}

/** The elements of a heading and of the people below it. */
function headElements(lines: readonly PageLine[], { line, people }: ItemMark): number[] {
  const first = lines[people.start]?.element ?? line.element;
  const last = lines[people.end - 1]?.element ?? line.element;
  return people.from === null ? [line.element] : [line.element, first, last];
}
