import type { CalendarDate } from "../calendar-date.ts";
import type { DayRange } from "./day-range.ts";

/** A government, from its oath to the oath of the next; `until` is null for the one in office, and is not part of it. */
export interface Government {
  readonly slug: string;
  readonly name: string;
  readonly from: DayRange;
  readonly until: DayRange | null;
  /** Address where this was read. */
  readonly source: string;
}

/** A member of a government, and the party as which. */
export interface GovernmentMember {
  /** Slug of the government. */
  readonly government: string;
  /** The folded name. */
  readonly person: string;
  readonly party: string | null;
  readonly source: string;
}

/** Days from the first on during which it stays the same which government is known to govern, if any. */
export interface GovernmentStretch {
  /** Null: from the beginning of time. */
  readonly from: CalendarDate | null;
  /** Null where the sources leave open which one it was. */
  readonly government: Government | null;
}

/** Who governed when. */
export interface Governments {
  readonly all: readonly Government[];
  /** All of time in order, each stretch up to the day before the next; two neighbours differ. */
  readonly stretches: readonly GovernmentStretch[];
  /** The government on a day; null on days where the sources leave open which one it was. */
  governmentOn(day: CalendarDate): Government | null;
  /** The party of a member of a government, by folded name; null where the sources do not tell, or disagree. */
  partyIn(government: Government, personSlug: string): string | null;
}

export function createGovernments(
  all: readonly Government[],
  members: readonly GovernmentMember[],
): Governments {
  const stretches = stretchesOf(all);
  return {
    all,
    stretches,
    governmentOn: (day) => stretches.findLast(({ from }) => from === null || from <= day)?.government ?? null,
    partyIn({ slug }, personSlug) {
      const theirs = members.filter(({ government, person }) => government === slug && person === personSlug);
      const parties = new Set(theirs.map(({ party }) => party).filter((party) => party !== null));
      return parties.size === 1 ? [...parties][0]! : null;
    },
  };
}

/** What is known of governments changes only on days at an end of a range. */
function stretchesOf(all: readonly Government[]): GovernmentStretch[] {
  const ranges = all.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const turns = new Set(ranges.flatMap(({ earliest, latest }) => [earliest, latest]));
  const stretches: GovernmentStretch[] = [{ from: null, government: null }];
  for (const from of [...turns].sort()) {
    const government = knownOn(all, from);
    if (government !== stretches.at(-1)?.government) stretches.push({ from, government });
  }
  return stretches;
}

/** The one government that governed on a day for certain while no other may have. */
function knownOn(all: readonly Government[], day: CalendarDate): Government | null {
  const possible = all.filter(
    ({ from, until }) => from.earliest <= day && (until === null || day < until.latest),
  );
  const [only, ...others] = possible;
  if (only === undefined || others.length > 0) return null;
  const isCertain = only.from.latest <= day && (only.until === null || day < only.until.earliest);
  return isCertain ? only : null;
}
