import { escapeUTF8 } from "entities";
import { excerptRange, type Range } from "./excerpt-range.ts";
import type { FindHits } from "./find-hits.ts";

/** As long as two lines of a list, in UTF-16 units, without the markup. */
const EXCERPT_LENGTH = 220;

/** A title as HTML with what was found in `<mark>`; null where nothing was. */
export function highlightTitle(title: string, findHits: FindHits): string | null {
  const hits = findHits(title);
  return hits.length === 0 ? null : marked(title, { start: 0, end: title.length }, hits);
}

/**
 * The stretch of a text in which most was found, as HTML of one line with what was found in `<mark>`, and an
 * ellipsis where the text goes on; null where nothing was found.
 */
export function excerptOf(
  text: string,
  findHits: FindHits,
  { length = EXCERPT_LENGTH }: { readonly length?: number } = {},
): string | null {
  const hits = findHits(text);
  if (hits.length === 0) return null;
  const range = excerptRange(text, hits, length);
  const excerpt = marked(text, range, hits).replace(/\s+/g, " ").trim();
  const isCutBefore = /\S/.test(text.slice(0, range.start));
  const isCutAfter = /\S/.test(text.slice(range.end));
  return `${isCutBefore ? "… " : ""}${excerpt}${isCutAfter ? " …" : ""}`;
}

/** A stretch of a text as HTML. Hits that overlap have one mark. */
function marked(text: string, { start, end }: Range, hits: readonly Range[]): string {
  let html = "";
  let at = start;
  for (const hit of united(hits)) {
    const [from, to] = [Math.max(hit.start, at), Math.min(hit.end, end)];
    if (from >= to) continue;
    html += `${escapeUTF8(text.slice(at, from))}<mark>${escapeUTF8(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeUTF8(text.slice(at, end));
}

function united(hits: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of hits) {
    const last = all.at(-1);
    if (last === undefined || start >= last.end) all.push({ start, end });
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return all;
}
