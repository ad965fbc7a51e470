import type { CalendarDate } from "../calendar-date.ts";

/** A day that is known, or known to lie between two days. */
export interface DayRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

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
  readonly government: string;
  /** The folded name. */
  readonly person: string;
  readonly party: string | null;
  readonly source: string;
}

/** Who governed when. */
export interface Governments {
  readonly all: readonly Government[];
  /** The government on a day; null on days where the sources leave open which one it was. */
  governmentOn(day: CalendarDate): Government | null;
  /** The party of a member of a government, by folded name; null where the sources do not tell. */
  partyIn(government: Government, personSlug: string): string | null;
}
