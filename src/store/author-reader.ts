import type { CalendarDate } from "../domain/calendar-date.ts";
import { slugOrSelf } from "../domain/folded-text.ts";
import { shownName } from "../domain/person-name.ts";
import type { Database } from "./database.ts";
import { type PartySeen, readPartiesSeen } from "./parties-seen.ts";
import { findMeant } from "./person-reader.ts";
import { type PersonSummary, readSummaries } from "./person-summaries.ts";

/** Somebody who put questions. */
export interface AuthorSummary extends PersonSummary {
  /** In the order in which they were first seen; none where no list tells one. */
  readonly parties: readonly AuthorParty[];
}

/** A party of which an author was known to be on days of questions; it is not known in between. */
export interface AuthorParty {
  readonly slug: string;
  /** In the fullest spelling. */
  readonly name: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

export interface AuthorReader {
  /** Everybody who put a question, by slug. */
  listAuthors(): Promise<AuthorSummary[]>;
  /**
   * The author of this folded name, or of whose spellings one folds to it; null where such a person put no
   * question.
   */
  findAuthor(slug: string): Promise<AuthorSummary | null>;
}

export function createAuthorReader(db: Database, { parliament }: { parliament: string }): AuthorReader {
  const read = async (slug?: string): Promise<AuthorSummary[]> => {
    const people = await readSummaries(db, { parliament, role: "author", slug });
    const personIds = slug === undefined ? undefined : people.map(({ id }) => id);
    const parties = await readPartiesSeen(db, parliament, personIds);
    return people.map(({ id, ...person }) => ({ ...person, parties: partiesOf(parties.get(id) ?? []) }));
  };
  return {
    listAuthors: () => read(),
    findAuthor: async (slug) => findMeant(await read(slug), slug),
  };
}

/** Spellings of one party meet. */
function partiesOf(seen: readonly PartySeen[]): AuthorParty[] {
  return [...Map.groupBy(seen, ({ party }) => slugOrSelf(party))].map(([slug, spelt]) => ({
    slug,
    name: shownName(
      slug,
      spelt.map(({ party }) => party),
    ),
    firstSeenOn: spelt[0]!.firstSeenOn,
    lastSeenOn: spelt.map(({ lastSeenOn }) => lastSeenOn).reduce((one, other) => (other > one ? other : one)),
    questions: spelt.reduce((sum, row) => sum + row.questions, 0),
  }));
}
