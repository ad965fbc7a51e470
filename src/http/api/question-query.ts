import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import type { Person, PersonReader, PersonRole } from "../../store/person-reader.ts";
import type { PortfolioReader } from "../../store/portfolio-reader.ts";
import type { QuestionFilter } from "../../store/question-filter.ts";
import type { PageRequest } from "../../store/question-page.ts";
import { parseCursor } from "./cursor.ts";
import { parseDay, parseMoment } from "./moments.ts";
import { getPartySpellings } from "./parties.ts";
import { getPerson } from "./people.ts";
import { getHeldPortfolio } from "./portfolio-names.ts";
import type { FilterQuery, QuestionQueryJson } from "./schemas/question-query.ts";
import { STATES } from "./schemas/question.ts";

/** What names in a query string are looked up in, and the clock that says what is overdue. */
export interface FilterSources {
  readonly persons: PersonReader;
  readonly portfolios: PortfolioReader;
  readonly now: () => Date;
}

/** What a query string means, and how it was understood. */
export interface UnderstoodFilter {
  readonly filter: QuestionFilter;
  readonly understood: Understood;
}

/** Whom the names in it were taken for; null where none is given. */
export interface Understood {
  readonly minister: Person | null;
  readonly author: Person | null;
}

/** Who is named by the address itself, and not by a parameter. */
export type AddressedPeople = Partial<Record<PersonRole, string>>;

/**
 * The filter a query string means, with whom the address names; names are looked up.
 * @throws {BadRequestError} for a day that does not exist or a period that ends before it begins
 * @throws {NotFoundError} for a name nobody has
 */
export async function readFilter(
  query: FilterQuery,
  { persons, portfolios, now }: FilterSources,
  addressed: AddressedPeople = {},
): Promise<UnderstoodFilter> {
  const find = async (role: PersonRole) => {
    const name = addressed[role] ?? query[role];
    const parameter = addressed[role] === undefined ? role : null;
    return name === undefined ? null : getPerson(persons, role, { name, parameter });
  };
  const [tabledFrom, tabledTo] = periodOf(query, "tabledFrom", "tabledTo");
  const [answeredFrom, answeredTo] = periodOf(query, "answeredFrom", "answeredTo");
  const { modifiedSince, party, portfolio } = query;
  const [minister, author] = [await find("minister"), await find("author")];
  const filter: QuestionFilter = {
    tabledFrom,
    tabledTo,
    answeredFrom,
    answeredTo,
    modifiedSince: modifiedSince === undefined ? undefined : parseMoment("modifiedSince", modifiedSince),
    session: query.session?.toLowerCase(),
    states: query.state === undefined ? undefined : statesOf(query.state),
    overdueOn: query.overdue === undefined ? undefined : dateIn(now(), SITE_TIME_ZONE),
    ministerId: minister?.id,
    authorId: author?.id,
    parties: party === undefined ? undefined : await getPartySpellings(persons, party),
    portfolio: portfolio === undefined ? undefined : await getHeldPortfolio(portfolios, portfolio),
  };
  return { filter, understood: { minister, author } };
}

/** The page a query string asks for. */
export function pageOf({ sort, limit, cursor }: QuestionQueryJson): PageRequest {
  return { sort, limit, after: cursor === undefined ? null : parseCursor(cursor, sort) };
}

const statesOf = (list: string) => STATES.filter((state) => list.split(",").includes(state));

type DayParameter = "tabledFrom" | "tabledTo" | "answeredFrom" | "answeredTo";

function periodOf(query: FilterQuery, from: DayParameter, to: DayParameter): (CalendarDate | undefined)[] {
  const [first, last] = [from, to].map((parameter) => {
    const text = query[parameter];
    return text === undefined ? undefined : parseDay(parameter, text);
  });
  if (first !== undefined && last !== undefined && first > last) {
    throw new BadRequestError(from, `La période finit (« ${to} », ${last}) avant de commencer (${first}).`);
  }
  return [first, last];
}
