import { type DelayGrouping, UNKNOWN_GROUP } from "../../../store/delay-reader.ts";

/** What decides on the place of a group. */
interface PlacedGroup {
  readonly key: string;
  readonly label: string;
  readonly isSmall: boolean;
}

const IN_TIME: ReadonlySet<DelayGrouping | null> = new Set(["session", "month"]);

const alphabet = new Intl.Collator("fr");

/**
 * Groups in the order in which they are shown, which ranks nobody: sessions and months from the newest, all others by
 * the alphabet; after them the small groups, likewise, and last what is not known.
 */
export function inShownOrder<Group extends PlacedGroup>(
  groups: readonly Group[],
  by: DelayGrouping | null,
): Group[] {
  const compare = IN_TIME.has(by) ? newestFirst : alphabetically;
  return [...groups].sort(
    (one, other) =>
      Number(isUnknown(one)) - Number(isUnknown(other)) ||
      Number(one.isSmall) - Number(other.isSmall) ||
      compare(one, other),
  );
}

const isUnknown = ({ key }: PlacedGroup) => key === UNKNOWN_GROUP;

const alphabetically = (one: PlacedGroup, other: PlacedGroup) =>
  alphabet.compare(one.label, other.label) || (one.key < other.key ? -1 : 1);

const newestFirst = (one: PlacedGroup, other: PlacedGroup) =>
  momentOf(one.key) < momentOf(other.key) ? 1 : momentOf(one.key) > momentOf(other.key) ? -1 : 0;

/** What sorts in time: the extraordinary session of a year (`se2014`) follows the ordinary one that ends in it. */
function momentOf(key: string): string {
  const [, lastYear] = /^\d{4}-(\d{4})$/.exec(key) ?? [];
  const [, extraordinary] = /^se(\d{4})/.exec(key) ?? [];
  if (lastYear !== undefined) return `${lastYear}-0`;
  return extraordinary === undefined ? key : `${extraordinary}-1`;
}
