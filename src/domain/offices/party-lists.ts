import type { CalendarDate } from "../calendar-date.ts";

/** The parties of deputies as somebody published them on a day, and the sessions for which that holds. */
export interface PartyList {
  readonly asOf: CalendarDate;
  readonly sessions: readonly string[];
  readonly source: string;
  /** By folded name. */
  readonly parties: Readonly<Record<string, string>>;
}

/** The party of an author in a session, where a list of that time tells it: never the party of another time. */
export function partyOf(lists: readonly PartyList[], author: string, session: string): string | null {
  const list = lists.find(({ sessions }) => sessions.includes(session));
  // A name may be that of something every object has, such as `constructor`.
  return list !== undefined && Object.hasOwn(list.parties, author) ? list.parties[author]! : null;
}
