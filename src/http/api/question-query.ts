import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import type { PersonReader } from "../../store/person-reader.ts";
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

/**
 * The filter a query string means; names are looked up.
 * @throws {BadRequestError} for a day that does not exist or a period that ends before it begins
 * @throws {NotFoundError} for a name nobody has
 */
export async function filterOf(
  query: FilterQuery,
  { persons, portfolios, now }: FilterSources,
): Promise<QuestionFilter> {
  const find = async (role: "minister" | "author") => {
    const name = query[role];
    return name === undefined ? undefined : (await getPerson(persons, role, { name, parameter: role })).id;
  };
  const [tabledFrom, tabledTo] = periodOf(query, "tabledFrom", "tabledTo");
  const [answeredFrom, answeredTo] = periodOf(query, "answeredFrom", "answeredTo");
  const { modifiedSince, party, portfolio } = query;
  return {
    tabledFrom,
    tabledTo,
    answeredFrom,
    answeredTo,
    modifiedSince: modifiedSince === undefined ? undefined : parseMoment("modifiedSince", modifiedSince),
    session: query.session?.toLowerCase(),
    states: query.state === undefined ? undefined : statesOf(query.state),
    overdueOn: query.overdue === undefined ? undefined : dateIn(now(), SITE_TIME_ZONE),
    ministerId: await find("minister"),
    authorId: await find("author"),
    parties: party === undefined ? undefined : await getPartySpellings(persons, party),
    portfolio: portfolio === undefined ? undefined : await getHeldPortfolio(portfolios, portfolio),
  };
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
