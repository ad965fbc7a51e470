import { heldTogether } from "../../store/held-together.ts";
import type { SeenPerson } from "../../store/person-reader.ts";
import type { HeldOffice } from "../../store/portfolio-reader.ts";
import type { QuestionFilter } from "../../store/question-filter.ts";
import type { SessionReader } from "../../store/session-reader.ts";
import { type Addressee, type AddresseeSources, getAddressee } from "./addressees.ts";
import { getParty, type MeantParty } from "./parties.ts";
import { getPerson, type TypedName } from "./people.ts";
import { getHeldPortfolio } from "./portfolio-names.ts";
import type { FilterQuery } from "./schemas/question-query.ts";
import { getSessionName } from "./session-names.ts";

/** What names are looked up in. */
export interface NameSources extends AddresseeSources {
  readonly sessions: SessionReader;
}

/** What is named by the address itself, and not by a parameter. */
export type AddressedNames = Pick<FilterQuery, "minister" | "author" | "portfolio" | "session">;

/** What the names in a query were taken for; null where there is none. */
export interface MeantNames {
  readonly addressee: Addressee | null;
  readonly author: SeenPerson | null;
  readonly portfolio: HeldOffice | null;
  readonly party: MeantParty | null;
  /** As pages name it. */
  readonly session: string | null;
}

/**
 * Looks up the names that a query string and its address hold.
 * @throws {NotFoundError} for a name nobody has, or that several have
 */
export async function readNames(
  query: FilterQuery,
  sources: NameSources,
  addressed: AddressedNames,
): Promise<MeantNames> {
  const { persons, portfolios, sessions } = sources;
  const find = async <Found>(filter: keyof AddressedNames, get: (typed: TypedName) => Promise<Found>) => {
    const name = addressed[filter] ?? query[filter];
    const parameter = addressed[filter] === undefined ? filter : null;
    return name === undefined ? null : get({ name, parameter });
  };
  return {
    addressee: await find("minister", (typed) => getAddressee(sources, typed)),
    author: await find("author", (typed) => getPerson(persons, "author", typed)),
    portfolio: await find("portfolio", (typed) => getHeldPortfolio(portfolios, typed)),
    party: query.party === undefined ? null : await getParty(persons, query.party),
    session: await find("session", (typed) => getSessionName(sessions, typed)),
  };
}

/** What finds the questions they mean: an office and a portfolio must both have been held. */
export function filterOfNames(names: MeantNames): QuestionFilter {
  const { addressee, author, portfolio, party, session } = names;
  const office = addressee?.office;
  return {
    ministerId: addressee?.person?.id,
    authorId: author?.id,
    parties: party?.spellings,
    portfolio: office && portfolio ? heldTogether(office, portfolio) : (office ?? portfolio ?? undefined),
    session: session ?? undefined,
  };
}
