import { isWithin, type PageLine, type PageText } from "../shared/page-lines.ts";
import { isHeaderLine } from "./page-header.ts";
import { isLink } from "./stray-lines.ts";

/** The title of a page, and where it ends. */
export interface PageTitle {
  readonly text: string;
  /** Index of the line after it. */
  readonly end: number;
}

/** Longer than any title: a page that has lost its own. */
const LONGEST_TITLE = 1000;

/**
 * The title above the session: the nearest HTML heading inside `record`, the element that holds the record;
 * where that has none, the nearest paragraph. Null where nothing above can be a title.
 */
export function findTitle(page: PageText, record: number, session: number): PageTitle | null {
  const first = firstField(page.lines, session);
  const above = page.lines.slice(0, first);
  const heading = above.findLastIndex((line) => {
    return isHeading(line) && !line.isAside && isWithin(page.outline, line.element, record);
  });
  const bottom = heading === -1 ? above.findLastIndex(mayBeTitle) : heading;
  if (bottom === -1) return null;

  let top = bottom;
  while (goesOn(page, above[top - 1], above[bottom])) top -= 1;
  const lines = above.slice(top, bottom + 1).map(({ text }) => text);
  const hasBreadcrumb = heading !== -1 || above.some((line) => line.text === "/");
  const text = hasBreadcrumb ? lines.join(" ") : lines.join(" ").replace(/^\/\s+/, "");
  return text === "" || text.length > LONGEST_TITLE ? null : { text, end: bottom + 1 };
}

/** The first of the fields: year and number may stand above the session. */
function firstField(lines: readonly PageLine[], session: number): number {
  const like = lines[session];
  let first = session;
  for (let i = session - 1; i >= 0; i -= 1) {
    const line = lines[i];
    if (line === undefined || like === undefined || !isHeaderLine(line)) break;
    if (line.text === "") continue;
    if (line.mark !== like.mark || line.level !== like.level || line.tag !== like.tag) break;
    first = i;
  }
  return Math.max(first, 0);
}

const isHeading = (line: PageLine) => /^h[1-6]$/.test(line.tag);

/** A line that is no entry of a list, no link from end to end, no `/` of a breadcrumb. */
const mayBeTitle = (line: PageLine) =>
  line.text !== "" && line.text !== "/" && line.mark === "" && !line.isAside && !isLink(line);

/**
 * Whether a title goes on over a line break: inside one heading element, or in one paragraph of the text
 * rendering.
 */
function goesOn(page: PageText, line: PageLine | undefined, bottom: PageLine | undefined): boolean {
  if (line === undefined || bottom === undefined || line.text === "" || line.text === "/") return false;
  const isSameElement = line.mark === "" && line.element === bottom.element;
  return isSameElement && (page.rendering === "text" || isHeading(bottom));
}
