import { and, asc, count, eq, inArray, isNotNull, max, min } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { slugOrSelf } from "../domain/folded-text.ts";
import { shownName } from "../domain/person-name.ts";
import type { Database } from "./database.ts";
import { findMeant } from "./person-reader.ts";
import { type PersonSummary, readSummaries } from "./person-summaries.ts";
import { questions } from "./schema/index.ts";

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
  /** The author of this folded name, or of whose spellings one folds to it; null where such a person put no question. */
  findAuthor(slug: string): Promise<AuthorSummary | null>;
}

export function createAuthorReader(db: Database, { parliament }: { parliament: string }): AuthorReader {
  const read = async (slug?: string): Promise<AuthorSummary[]> => {
    const people = await readSummaries(db, { parliament, role: "author", slug });
    const personIds = slug === undefined ? undefined : people.map(({ id }) => id);
    const parties = await readParties(db, parliament, personIds);
    return people.map(({ id, ...person }) => ({ ...person, parties: parties.get(id) ?? [] }));
  };
  return {
    listAuthors: () => read(),
    findAuthor: async (slug) => findMeant(await read(slug), slug),
  };
}

/** By author, in the order in which they were first seen; spellings of one party meet. */
async function readParties(
  db: Database,
  parliament: string,
  personIds: readonly number[] | undefined,
): Promise<Map<number, AuthorParty[]>> {
  const areTheirs = personIds === undefined ? undefined : inArray(questions.askedById, [...personIds]);
  const rows = await db
    .select({
      personId: questions.askedById,
      party: questions.askedByParty,
      firstSeenOn: min(questions.tabledOn),
      lastSeenOn: max(questions.tabledOn),
      questions: count(),
    })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), isNotNull(questions.askedByParty), areTheirs))
    .groupBy(questions.askedById, questions.askedByParty)
    .orderBy(asc(min(questions.tabledOn)), asc(questions.askedByParty));
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([id, theirs]) => [id, partiesOf(theirs)]));
}

interface PartyRow {
  readonly party: string | null;
  readonly firstSeenOn: CalendarDate | null;
  readonly lastSeenOn: CalendarDate | null;
  readonly questions: number;
}

/** A group of rows has a party and days: without them there would be no row. */
function partiesOf(rows: readonly PartyRow[]): AuthorParty[] {
  return [...Map.groupBy(rows, ({ party }) => slugOrSelf(party!))].map(([slug, spelt]) => ({
    slug,
    name: shownName(
      slug,
      spelt.map(({ party }) => party!),
    ),
    firstSeenOn: spelt[0]!.firstSeenOn!,
    lastSeenOn: spelt
      .map(({ lastSeenOn }) => lastSeenOn!)
      .reduce((one, other) => (other > one ? other : one)),
    questions: spelt.reduce((sum, row) => sum + row.questions, 0),
  }));
}
