import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import type { QuestionFilter } from "../../store/question-filter.ts";
import type { PageRequest } from "../../store/question-page.ts";
import type { SearchReader, UnderstoodSearch } from "../../store/search/search-reader.ts";
import { parseCursor } from "./cursor.ts";
import { type AddressedNames, filterOfNames, type NameSources, readNames } from "./filter-names.ts";
import { parseDay, parseMoment, quoted } from "./moments.ts";
import type { FilterQuery, QuestionQueryJson } from "./schemas/question-query.ts";
import { STATES } from "./schemas/question.ts";
import type { UnderstoodJson } from "./schemas/understood.ts";
import { understoodJson } from "./understood-json.ts";

/** What names in a query string are looked up in, and the clock that says what is overdue. */
export interface FilterSources extends NameSources {
  readonly search: SearchReader;
  readonly now: () => Date;
}

/** What a query string means, and how it was understood. */
export interface UnderstoodFilter {
  readonly filter: QuestionFilter;
  readonly understood: UnderstoodJson;
  /** Null where no words are sought. */
  readonly search: UnderstoodSearch | null;
}

/**
 * The filter a query string means, with what the address names; names are looked up. `nameOf` is what whoever asked
 * calls a parameter.
 * @throws {BadRequestError} for a day that does not exist or a period that ends before it begins
 * @throws {NotFoundError} for a name nobody has
 */
export async function readFilter(
  query: FilterQuery,
  sources: FilterSources,
  addressed: AddressedNames = {},
  nameOf: NameOf = quoted,
): Promise<UnderstoodFilter> {
  const [tabledFrom, tabledTo] = periodOf(query, "tabledFrom", "tabledTo", nameOf);
  const [answeredFrom, answeredTo] = periodOf(query, "answeredFrom", "answeredTo", nameOf);
  const { modifiedSince: since } = query;
  const names = await readNames(query, sources, addressed);
  const search = await readSearch(query, sources);
  const filter: QuestionFilter = {
    tabledFrom,
    tabledTo,
    answeredFrom,
    answeredTo,
    modifiedSince: since === undefined ? undefined : parseMoment("modifiedSince", since, nameOf),
    states: query.state === undefined ? undefined : statesOf(query.state),
    overdueOn: query.overdue === undefined ? undefined : dateIn(sources.now(), SITE_TIME_ZONE),
    ...filterOfNames(names),
    words: search?.words,
  };
  return { filter, understood: understoodJson(names), search };
}

async function readSearch(query: FilterQuery, { search }: FilterSources) {
  const sought = findSought(query);
  return sought === null ? null : search.understand(sought, { exact: query.exact ?? false });
}

/** What is sought, as typed; null where these are no words: the list is none of a search then. */
const findSought = ({ q = "" }: FilterQuery) => (q.trim() === "" ? null : q);

/**
 * The page a query string asks for, as of `today`. `withFacets` is whether a first page has facets where nothing is said
 * of them.
 */
export function pageOf(
  query: QuestionQueryJson,
  { today, withFacets }: { readonly today: CalendarDate; readonly withFacets: boolean },
): PageRequest {
  const isSearch = findSought(query) !== null;
  const { limit, cursor, sort = isSearch ? "relevance" : "-tabledOn" } = query;
  const after = cursor === undefined ? null : parseCursor(cursor, { sort, isSearch });
  return { sort, today, after, limit, facets: query.facets ?? (withFacets && after === null) };
}

const statesOf = (list: string) => STATES.filter((state) => list.split(",").includes(state));

type DayParameter = "tabledFrom" | "tabledTo" | "answeredFrom" | "answeredTo";

/** What a parameter is called. */
type NameOf = (parameter: keyof FilterQuery) => string;

function periodOf(
  query: FilterQuery,
  from: DayParameter,
  to: DayParameter,
  nameOf: NameOf,
): (CalendarDate | undefined)[] {
  const [first, last] = [from, to].map((parameter) => {
    const text = query[parameter];
    return text === undefined ? undefined : parseDay(parameter, text, nameOf);
  });
  if (first !== undefined && last !== undefined && first > last) {
    throw new BadRequestError(
      from,
      `La période finit (${nameOf(to)}, ${last}) avant de commencer (${first}).`,
    );
  }
  return [first, last];
}
