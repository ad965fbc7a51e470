import type { HeldOffice } from "../../store/portfolio-reader.ts";
import type { SeenPerson } from "../../store/person-reader.ts";
import type { Addressee } from "./addressees.ts";
import type { MeantNames } from "./filter-names.ts";
import { holdersOf } from "./holders.ts";
import type { UnderstoodJson, UnderstoodOfficeJson, UnderstoodPersonJson } from "./schemas/understood.ts";

/** The public JSON of what the names in a query were taken for. */
export function understoodJson({ addressee, author, portfolio, party }: MeantNames): UnderstoodJson {
  return {
    minister: addressee && ministerJson(addressee),
    office: addressee?.office ? officeJson(addressee.office, addressee.words) : null,
    author: author && personJson(author),
    portfolio: portfolio && officeJson(portfolio, ""),
    party: party && { slug: party.slug, name: party.name, spellings: [...party.spellings] },
  };
}

/** What is understood where no name is asked for. */
export const NOTHING_ASKED: UnderstoodJson = understoodJson({
  addressee: null,
  author: null,
  portfolio: null,
  party: null,
  session: null,
});

function ministerJson({ person, office }: Addressee): UnderstoodPersonJson | null {
  if (office === null) return personJson(person);
  const [only, ...others] = holdersOf(office);
  return only === undefined || others.length > 0 ? null : only;
}

const personJson = ({ slug, name, from, to }: SeenPerson) => ({ slug, name, from, to });

/** `words` stand for what has no name of its own. */
function officeJson({ portfolio, holders }: HeldOffice, words: string): UnderstoodOfficeJson {
  return {
    slug: portfolio?.slug ?? null,
    name: portfolio?.name ?? words,
    holders: holders.map(({ person, office, firstSeenOn, lastSeenOn }) => {
      return { slug: person.slug, name: person.name, office, from: firstSeenOn, to: lastSeenOn };
    }),
  };
}
