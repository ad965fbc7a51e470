import { isTitle, officeWordsOf } from "../../domain/offices/office-words.ts";
import { NotFoundError } from "../../errors.ts";
import type { PersonReader, SeenPerson } from "../../store/person-reader.ts";
import type { HeldOffice, PortfolioReader } from "../../store/portfolio-reader.ts";
import { holdersOf } from "./holders.ts";
import { findPerson, type TypedName, unknownPerson } from "./people.ts";
import { findPortfolioTyped } from "./portfolio-names.ts";

/** What addressees are looked up in. */
export interface AddresseeSources {
  readonly persons: PersonReader;
  readonly portfolios: PortfolioReader;
}

/** Whom questions were put to: a person, or whoever held an office; `words` are those that were typed for it. */
export type Addressee =
  | { readonly person: SeenPerson; readonly office: null }
  | { readonly person: null; readonly office: HeldOffice; readonly words: string };

/**
 * Whom a name of a minister or words of an office mean. A name goes before an office, save where it begins as a title
 * does.
 * @throws {NotFoundError} with near names, or with all those it may mean
 */
export async function getAddressee(sources: AddresseeSources, typed: TypedName): Promise<Addressee> {
  const { persons, portfolios } = sources;
  const words = typed.name.trim();
  const findOffice = async () => {
    const office = await findHeldOffice(portfolios, words);
    return office && { person: null, office, words };
  };
  const findNamed = async () => {
    const person = await findPerson(persons, "minister", typed);
    return person && { person, office: null };
  };
  const [first, then] = isTitle(words) ? [findOffice, findNamed] : [findNamed, findOffice];
  const addressee = (await first()) ?? (await then());
  if (addressee !== null) return addressee;
  throw await unknownPerson(persons, "minister", typed, await portfolios.listPortfolios());
}

/**
 * The one minister whom a name or words of an office mean.
 * @throws {NotFoundError} with near names, or with all those it may mean and when they held the office
 */
export async function getMinister(sources: AddresseeSources, typed: TypedName): Promise<SeenPerson> {
  const { person, office } = await getAddressee(sources, typed);
  if (office === null) return person;
  const holders = holdersOf(office);
  const [only, ...others] = holders;
  if (only !== undefined && others.length === 0) {
    // Whoever is the holder of an office was addressed as a minister.
    return (await sources.persons.findPerson("minister", only.slug))!;
  }
  const latestFirst = holders.toSorted((one, other) => (one.to < other.to ? 1 : -1));
  const told = latestFirst.map(({ name, from, to }) => `${name} (${from} – ${to})`).join(", ");
  const message = `« ${typed.name} » désigne une fonction que plusieurs personnes ont exercée : ${told}.`;
  throw new NotFoundError("unknown_minister", message, latestFirst, typed.parameter);
}

async function findHeldOffice(portfolios: PortfolioReader, typed: string): Promise<HeldOffice | null> {
  const words = officeWordsOf(typed);
  const portfolio = await findPortfolioTyped(typed, portfolios.findHeld);
  if (portfolio !== null) return portfolio;
  for (const slug of words.portfolios) {
    const held = await portfolios.findHeld(slug);
    if (held !== null) return held;
  }
  for (const title of words.titles) {
    const held = await portfolios.findHeldByTitle(title);
    if (held !== null) return held;
  }
  return null;
}
