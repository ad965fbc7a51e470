import type { Hit } from "./find-hits.ts";

/** The UTF-16 units of a text from `start` up to `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of about `length` units around the hits that tell most: those of most different things, then most
 * of them, then the first. It begins and ends between words, or at a hit; only what is itself longer is cut,
 * between two characters as they are seen. There must be a hit; they come in the order in which they begin.
 */
export function excerptRange(text: string, hits: readonly Hit[], length: number): Range {
  const { start, end } = richest(hits, length);
  if (end - start > length) return { start, end: endWithin(text, start, start + length) ?? end };
  const before = Math.floor((length - (end - start)) / 2);
  const from = Math.max(0, Math.min(start - before, text.length - length));
  return { start: beginning(text, from, start), end: ending(text, end, from + length) };
}

/**
 * From the first to the last of the hits that tell most within `length`; at least one hit, whatever its
 * length.
 */
function richest(hits: readonly Hit[], length: number): Range {
  const counts = new Map<number, number>();
  let best = { different: 0, many: 0, first: 0, next: 0 };
  let next = 0;
  for (const [first, { sought, start }] of hits.entries()) {
    while (next < hits.length && (next === first || hits[next]!.end - start <= length)) {
      const { sought: another } = hits[next]!;
      counts.set(another, (counts.get(another) ?? 0) + 1);
      next += 1;
    }
    const [different, many] = [counts.size, next - first];
    if (different > best.different || (different === best.different && many > best.many)) {
      best = { different, many, first, next };
    }
    const left = counts.get(sought)! - 1;
    if (left > 0) counts.set(sought, left);
    else counts.delete(sought);
  }
  const chosen = hits.slice(best.first, best.next);
  return { start: chosen[0]!.start, end: Math.max(...chosen.map(({ end }) => end)) };
}

/** The first place between `from` and `to` after a blank, or else `to`. */
function beginning(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  for (let at = from; at < to; at += 1) if (isBlank(text, at - 1)) return at;
  return to;
}

/** The last place between `from` and `to` before a blank, or else `from`. */
function ending(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  for (let at = to; at > from; at -= 1) if (isBlank(text, at)) return at;
  return from;
}

/**
 * The last blank after `from` and up to `to`, or else the last place between two characters; null for none.
 */
function endWithin(text: string, from: number, to: number): number | null {
  const blank = ending(text, from, to);
  if (blank > from) return blank;
  for (let at = to; at > from; at -= 1) if (!GOES_ON.test(text.slice(at, at + 2))) return at;
  return null;
}

/** What belongs to the character before it: a mark, something unseen, the second half of a pair. */
const GOES_ON = /^(?:[\p{M}\p{Cf}]|[\udc00-\udfff])/u;

/** A blank that bears no accent. */
function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? "") && !GOES_ON.test(text.slice(at + 1, at + 3));
}
