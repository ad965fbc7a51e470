import { heldTogether } from "../../store/held-together.ts";
import type { SeenPerson } from "../../store/person-reader.ts";
import type { HeldOffice } from "../../store/portfolio-reader.ts";
import type { QuestionFilter } from "../../store/question-filter.ts";
import { type Addressee, type AddresseeSources, getAddressee } from "./addressees.ts";
import { getParty, type MeantParty } from "./parties.ts";
import { getPerson, type TypedName } from "./people.ts";
import { getHeldPortfolio } from "./portfolio-names.ts";
import type { FilterQuery } from "./schemas/question-query.ts";

/** What is named by the address itself, and not by a parameter. */
export type AddressedNames = Pick<FilterQuery, "minister" | "author" | "portfolio" | "session">;

/** What the names in a query were taken for; null where there is none. */
export interface MeantNames {
  readonly addressee: Addressee | null;
  readonly author: SeenPerson | null;
  readonly portfolio: HeldOffice | null;
  readonly party: MeantParty | null;
}

/**
 * Looks up the names that a query string and its address hold.
 * @throws {NotFoundError} for a name nobody has, or that several have
 */
export async function readNames(
  query: FilterQuery,
  sources: AddresseeSources,
  addressed: AddressedNames,
): Promise<MeantNames> {
  const { persons, portfolios } = sources;
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
  };
}

/** What finds the questions they mean: an office and a portfolio must both have been held. */
export function filterOfNames({ addressee, author, portfolio, party }: MeantNames): QuestionFilter {
  const [one, other] = [addressee?.office ?? portfolio, portfolio];
  return {
    ministerId: addressee?.person?.id,
    authorId: author?.id,
    parties: party?.spellings,
    portfolio: one && other && one !== other ? heldTogether(one, other) : (one ?? undefined),
  };
}
