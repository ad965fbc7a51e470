import { filterWords } from "../../domain/filter-words.ts";
import type { UnderstoodFilter } from "../api/question-query.ts";

/** A filter in French, with the names of those whom it was understood to mean. */
export function askedFilterWords({ filter, understood, search }: UnderstoodFilter): string {
  const { tabledFrom, tabledTo, answeredFrom, answeredTo, session, states, modifiedSince } = filter;
  const { minister, office, author, party, portfolio } = understood;
  return filterWords({
    tabledFrom,
    tabledTo,
    answeredFrom,
    answeredTo,
    session,
    states,
    modifiedSince,
    search: search?.text,
    minister: minister?.name,
    // Words of an office may mean one person alone, who is then told by name.
    office: minister === null ? office?.name : undefined,
    author: author?.name,
    party: party?.name,
    portfolio: portfolio?.name,
    isOverdue: filter.overdueOn !== undefined,
  });
}
