import type { SeenPerson } from "../../store/person-reader.ts";
import type { HeldOffice } from "../../store/portfolio-reader.ts";

/** Somebody who held an office, from the first to the last day of questions under its titles. */
export type SeenHolder = Omit<SeenPerson, "id">;

/** Each holder once, in the order in which they were first seen. */
export function holdersOf({ holders }: HeldOffice): SeenHolder[] {
  const byPerson = Map.groupBy(holders, ({ person }) => person.slug);
  return [...byPerson.values()].map((terms) => ({
    ...terms[0]!.person,
    from: terms[0]!.firstSeenOn,
    to: terms.map(({ lastSeenOn }) => lastSeenOn).reduce((one, other) => (other > one ? other : one)),
  }));
}
