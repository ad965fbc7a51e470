import { slugOf } from "./folded-text.ts";
import type { Attachment, ParsedAnswer } from "./parsed-question.ts";
import { foldedSpacing } from "./same-text.ts";

/** Which items of one version are which of the next, by their positions on the page. */
export interface Pairs {
  /** In the order of the later version. */
  readonly kept: readonly { readonly before: number; readonly after: number }[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** What two items must have in common to be the same; null where an item cannot be recognised by it. */
type Likeness<T> = (item: T) => string | null;

const letterOf: Likeness<ParsedAnswer> = (answer) => `${answer.answeredOn} ${slugOf(answer.answeredBy)}`;

/** The same day, the same person and the same words, whatever the page calls it. */
export const likeLetter = (answer: ParsedAnswer) => `${letterOf(answer)} ${foldedSpacing(answer.text)}`;

/** Pairs the answers of two versions, the surest likeness first. An answer of another kind is another answer. */
export function pairAnswers(stored: readonly ParsedAnswer[], page: readonly ParsedAnswer[]): Pairs {
  return pairUp(stored, page, [
    (answer) => `${answer.kind} ${likeLetter(answer)}`,
    (answer) => `${answer.kind} ${foldedSpacing(answer.text)}`,
    (answer) => `${answer.kind} ${letterOf(answer)}`,
    (answer) => answer.kind,
  ]);
}

/** Pairs the annexes of two versions of an answer: same address first, then same label. */
export function pairAnnexes(stored: readonly Attachment[], page: readonly Attachment[]): Pairs {
  return pairUp(stored, page, [(annex) => annex.url, (annex) => annex.label]);
}

/** By keys and not item against item: a page may hold thousands. Among equals the order of the page decides. */
function pairUp<T>(before: readonly T[], after: readonly T[], likenesses: readonly Likeness<T>[]): Pairs {
  const removed = new Map(before.entries());
  const added = new Map(after.entries());
  const kept: { before: number; after: number }[] = [];
  for (const likeness of likenesses) {
    const waiting = Map.groupBy(added, ([, item]) => likeness(item));
    for (const group of waiting.values()) group.reverse();
    for (const [position, item] of [...removed]) {
      const key = likeness(item);
      const match = key === null ? undefined : waiting.get(key)?.pop();
      if (match === undefined) continue;
      kept.push({ before: position, after: match[0] });
      removed.delete(position);
      added.delete(match[0]);
    }
  }
  kept.sort((one, other) => one.after - other.after);
  return { kept, added: [...added.keys()], removed: [...removed.keys()] };
}
