import { slugOf } from "../../domain/folded-text.ts";
import { peopleMeant } from "../../domain/typed-name.ts";
import { NotFoundError } from "../../errors.ts";
import { findMeant, type PersonReader, type PersonRole, type SeenPerson } from "../../store/person-reader.ts";
import { type NearName, nearNames } from "./near-names.ts";

const NOBODY: Readonly<Record<PersonRole, string>> = {
  minister: "Aucune question n’a été adressée à",
  author: "Aucune question n’a été posée par",
};

/** A name as it was typed; `parameter` is the filter that holds it, null where the address does. */
export interface TypedName {
  readonly name: string;
  readonly parameter: string | null;
}

/**
 * The person a name means in a role, in any spelling and order (`domain/typed-name`).
 * @throws {NotFoundError} with near names, or with all those it may mean
 */
export async function getPerson(
  persons: PersonReader,
  role: PersonRole,
  typed: TypedName,
): Promise<SeenPerson> {
  const person = await findPerson(persons, role, typed);
  if (person === null) throw await unknownPerson(persons, role, typed);
  return person;
}

/**
 * The same, or null where nobody in that role has such a name.
 * @throws {NotFoundError} with all those it may mean, where they are several
 */
export async function findPerson(
  persons: PersonReader,
  role: PersonRole,
  { name, parameter }: TypedName,
): Promise<SeenPerson | null> {
  const slug = slugOf(name);
  const namesakes = await persons.listNamesakes(role, slug);
  const spelt = findMeant(namesakes, slug);
  if (spelt !== null) return spelt;
  const meant = namesakes.length > 0 ? namesakes : peopleMeant(name, await persons.listPersons(role));
  if (meant.length > 1) {
    const suggestions = meant.map((person) => ({ slug: person.slug, name: person.name }));
    const message = `« ${name} » peut désigner plusieurs personnes.`;
    throw new NotFoundError(`unknown_${role}`, message, suggestions, parameter);
  }
  return meant[0] === undefined ? null : persons.findPerson(role, meant[0].slug);
}

/** The refusal of a name that nobody has in a role, with near names, those of `others` among them. */
export async function unknownPerson(
  persons: PersonReader,
  role: PersonRole,
  { name, parameter }: TypedName,
  others: readonly NearName[] = [],
): Promise<NotFoundError> {
  const suggestions = nearNames(slugOf(name), [...(await persons.listPersons(role)), ...others]);
  return new NotFoundError(`unknown_${role}`, `${NOBODY[role]} « ${name} ».`, suggestions, parameter);
}
