import { slugOf } from "../../domain/folded-text.ts";
import { NotFoundError } from "../../errors.ts";
import type { Person, PersonReader, PersonRole } from "../../store/person-reader.ts";
import { nearNames } from "./near-names.ts";

const NOBODY: Readonly<Record<PersonRole, string>> = {
  minister: "Aucune question n’a été adressée à",
  author: "Aucune question n’a été posée par",
};

/** A name as it was typed; `parameter` is the filter that holds it, null where the address does. */
interface TypedName {
  readonly name: string;
  readonly parameter: string | null;
}

/**
 * The person a name means in a role, in any spelling of it.
 * @throws {NotFoundError} with near names, or with all those it may mean
 */
export async function getPerson(persons: PersonReader, role: PersonRole, typed: TypedName): Promise<Person> {
  const person = await persons.findPerson(role, slugOf(typed.name));
  if (person === null) throw await unknownPerson(persons, role, typed);
  return person;
}

/** The refusal of a name that nobody has in a role, with near names, or that several have, with all of them. */
export async function unknownPerson(
  persons: PersonReader,
  role: PersonRole,
  { name, parameter }: TypedName,
): Promise<NotFoundError> {
  const namesakes = await persons.listNamesakes(role, slugOf(name));
  if (namesakes.length > 1) {
    const suggestions = namesakes.map((person) => ({ slug: person.slug, name: person.name }));
    const message = `« ${name} » peut désigner plusieurs personnes.`;
    return new NotFoundError(`unknown_${role}`, message, suggestions, parameter);
  }
  const suggestions = nearNames(slugOf(name), await persons.listPersons(role));
  return new NotFoundError(`unknown_${role}`, `${NOBODY[role]} « ${name} ».`, suggestions, parameter);
}
