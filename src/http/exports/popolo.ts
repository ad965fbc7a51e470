import type { CalendarDate } from "../../domain/calendar-date.ts";
import { slugOrSelf } from "../../domain/folded-text.ts";
import type { DayRange } from "../../domain/offices/day-range.ts";
import type { Government } from "../../domain/offices/governments.ts";
import { shownName } from "../../domain/person-name.ts";
import type { Directory, DirectoryPerson } from "../../store/directory-reader.ts";
import type { PopoloJson } from "../api/schemas/popolo.ts";

type Membership = PopoloJson["memberships"][number];

/** Between which days questions show something, and how many do. */
interface Seen {
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

const governmentId = (slug: string) => `government/${slug}`;
const partyId = (name: string) => `party/${slugOrSelf(name)}`;
const postId = (title: string) => `post/${slugOrSelf(title)}`;

/**
 * Persons, governments, parties and offices as Popolo (popoloproject.com) names them. What nothing tells is left out:
 * no name is split into parts, and no date is other than that of a question or of an oath.
 */
export function popoloOf({ persons, governments }: Directory, { baseUrl }: { baseUrl: string }): PopoloJson {
  return {
    persons: persons.map((person) => personOf(person, baseUrl)),
    organizations: [...governments.map(organizationOf), ...partiesOf(persons)],
    posts: postsOf(persons),
    memberships: persons.flatMap((person) => [...officesHeldBy(person), ...partiesOfPerson(person)]),
  };
}

function personOf(
  { slug, name, spellings, isMinister, isAuthor }: DirectoryPerson,
  baseUrl: string,
): PopoloJson["persons"][number] {
  const linkTo = (list: string, note: string) => ({
    url: `${baseUrl}/api/v1/${list}/${encodeURIComponent(slug)}`,
    note,
  });
  return {
    id: slug,
    name,
    sort_name: name,
    other_names: othersThan(name, spellings),
    identifiers: [{ scheme: "vigie", identifier: slug }],
    links: [
      ...(isMinister
        ? [linkTo("ministers", "Ses fonctions et les questions qui lui sont adressées, dans Vigie")]
        : []),
      ...(isAuthor ? [linkTo("authors", "Ses partis et les questions qui en viennent, dans Vigie")] : []),
    ],
  };
}

function organizationOf({
  slug,
  name,
  from,
  until,
  source,
}: Government): PopoloJson["organizations"][number] {
  return {
    id: governmentId(slug),
    name,
    classification: "government",
    other_names: [],
    founding_date: looseDayOf(from),
    ...(until === null ? {} : { dissolution_date: looseDayOf(until) }),
    sources: [...source.matchAll(/https?:\/\/[^\s;]+/g)].map(([url]) => ({ url })),
  };
}

function partiesOf(persons: readonly DirectoryPerson[]): PopoloJson["organizations"] {
  const ofOffices = persons.flatMap(({ offices }) => offices.flatMap(({ periods }) => periods));
  const named = [...persons.flatMap(({ parties }) => parties), ...ofOffices].flatMap(
    ({ party }) => party ?? [],
  );
  return byId(named, partyId).map(([id, spellings]) => {
    const name = shownName(slugOrSelf(spellings[0]!), spellings);
    return { id, name, classification: "party", other_names: othersThan(name, spellings), sources: [] };
  });
}

function postsOf(persons: readonly DirectoryPerson[]): PopoloJson["posts"] {
  const offices = persons.flatMap((person) => person.offices);
  const inOrder = offices.toSorted((one, other) => (one.firstSeenOn < other.firstSeenOn ? -1 : 1));
  const posts = byId(inOrder, ({ title }) => postId(title));
  return posts.map(([id, [first]]) => ({ id, label: first!.title, role: first!.title }));
}

function officesHeldBy({ slug, offices }: DirectoryPerson): Membership[] {
  return offices.flatMap(({ title, periods }) =>
    periods.map(({ government, party, ...seen }) => {
      const organization = government === null ? null : governmentId(government.slug);
      return {
        ...membershipOf(slug, [postId(title)], seen),
        organization_id: organization,
        post_id: postId(title),
        role: "minister" as const,
        ...(party === null ? {} : { on_behalf_of_id: partyId(party) }),
      };
    }),
  );
}

/** Two spellings of a party are one membership. */
function partiesOfPerson({ slug, parties }: DirectoryPerson): Membership[] {
  return byId(parties, ({ party }) => partyId(party)).map(([id, seen]) => {
    const together = {
      firstSeenOn: seen.map(({ firstSeenOn }) => firstSeenOn).sort()[0]!,
      lastSeenOn: seen
        .map(({ lastSeenOn }) => lastSeenOn)
        .sort()
        .at(-1)!,
      questions: seen.reduce((sum, { questions }) => sum + questions, 0),
    };
    return { ...membershipOf(slug, [id], together), organization_id: id, role: "member" as const };
  });
}

/** The first day tells apart the periods of one office. */
function membershipOf(slug: string, of: readonly string[], { firstSeenOn, lastSeenOn, questions }: Seen) {
  return {
    id: [slug, ...of, firstSeenOn].join("/"),
    person_id: slug,
    start_date: firstSeenOn,
    end_date: lastSeenOn,
    dates_seen_in_questions: true as const,
    questions,
  };
}

/** Grouped, in the order of their ids whatever the language of the machine. */
function byId<Item>(items: readonly Item[], idOf: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, idOf)].sort(([one], [other]) => (one < other ? -1 : 1));
}

function othersThan(name: string, spellings: readonly string[]) {
  const others = new Set(spellings.filter((spelling) => spelling !== name));
  return [...others].sort().map((other) => ({ name: other }));
}

/** The day, or the month or year within which it lies; of a range across years, its first year. */
function looseDayOf({ earliest, latest }: DayRange): string {
  if (earliest === latest) return earliest;
  const month = earliest.slice(0, 7);
  return latest.startsWith(month) ? month : earliest.slice(0, 4);
}
