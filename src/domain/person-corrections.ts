import type { CalendarDate } from "./calendar-date.ts";
import { slugOrSelf } from "./folded-text.ts";
import type { PersonMention } from "./mentions.ts";

/** Two names of one person. */
export interface PersonMerge {
  /** Folded names. */
  readonly from: string;
  readonly into: string;
  /** Why, as a reviewer can check it. */
  readonly reason: string;
}

/** One name of two persons: mentions of `name` to which this applies are the person `slug`. */
export interface PersonSplit {
  readonly name: string;
  /** The folded name with something that tells the two apart. */
  readonly slug: string;
  /** Null: in any role. */
  readonly role: PersonMention["role"] | null;
  /** Both days included; null leaves that end open. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly reason: string;
}

/** What people reviewed about who is who. */
export interface PersonCorrections {
  readonly merges: readonly PersonMerge[];
  readonly splits: readonly PersonSplit[];
}

/**
 * The slug of the person a mention means: the folded name, but for reviewed corrections. Splits come first, so that one
 * of two homonyms may be merged with another name. What holds no letter and no digit is its own slug.
 */
export function personSlugOf({ merges, splits }: PersonCorrections, mention: PersonMention): string {
  const folded = slugOrSelf(mention.name);
  const split = splits.find((one) => one.name === folded && applies(one, mention));
  const slug = split?.slug ?? folded;
  return merges.find(({ from }) => from === slug)?.into ?? slug;
}

/** The slugs of all persons that a folded name may mean. */
export function personSlugsOf({ merges, splits }: PersonCorrections, folded: string): Set<string> {
  const apart = splits.filter(({ name }) => name === folded).map(({ slug }) => slug);
  return new Set([folded, ...apart].map((slug) => merges.find(({ from }) => from === slug)?.into ?? slug));
}

const applies = ({ role, from, to }: PersonSplit, mention: PersonMention) =>
  (role === null || role === mention.role) &&
  (from === null || from <= mention.on) &&
  (to === null || mention.on <= to);
