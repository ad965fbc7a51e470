import { slugOf } from "../../domain/folded-text.ts";
import { NotFoundError } from "../../errors.ts";
import type { PersonReader } from "../../store/person-reader.ts";
import { nearNames } from "./near-names.ts";

/**
 * All spellings of the party that the filter `party` names: « ecolo » means « Ecolo » and « ECOLO ».
 * @throws {NotFoundError} with near names, where no author was of such a party
 */
export async function getPartySpellings(persons: PersonReader, typed: string): Promise<string[]> {
  const parties = await persons.listParties();
  const slug = slugOf(typed);
  const meant = parties.filter((party) => party.slug === slug);
  if (meant.length > 0) return meant.map(({ name }) => name);
  const distinct = new Map(parties.map((party) => [party.slug, party]));
  const suggestions = nearNames(slug, [...distinct.values()]);
  const message = `Aucun auteur n’était connu comme membre du parti « ${typed} ».`;
  throw new NotFoundError("unknown_party", message, suggestions, "party");
}
