import { slugOrSelf } from "../../domain/folded-text.ts";
import { shownName } from "../../domain/person-name.ts";
import { NotFoundError } from "../../errors.ts";
import type { PersonReader } from "../../store/person-reader.ts";
import { nearNames } from "./near-names.ts";

/** A party under every spelling that lists give it. */
export interface MeantParty {
  readonly slug: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

/**
 * The party that the filter `party` names: « ecolo » means « Ecolo » and « ECOLO ».
 * @throws {NotFoundError} with near names, where no author was of such a party
 */
export async function getParty(persons: PersonReader, typed: string): Promise<MeantParty> {
  const parties = await persons.listParties();
  const slug = slugOrSelf(typed);
  const spellings = parties.filter((party) => party.slug === slug).map(({ name }) => name);
  if (spellings.length > 0) return { slug, name: shownName(slug, spellings), spellings };
  const distinct = new Map(parties.map((party) => [party.slug, party]));
  const suggestions = nearNames(slug, [...distinct.values()]);
  const message = `Aucun auteur n’était connu comme membre du parti « ${typed} ».`;
  throw new NotFoundError("unknown_party", message, suggestions, "party");
}
