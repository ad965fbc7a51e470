import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type OfficeSummary, readOffices } from "./office-rows.ts";
import { bySlug, findMeant, isNamed } from "./person-reader.ts";
import { type QuestionTally, tallyColumns } from "./question-tally.ts";
import { readGovernments } from "./reference/read-governments.ts";
import { personNames, persons, questions } from "./schema/index.ts";

/** Somebody questions were addressed to. */
export interface MinisterSummary extends QuestionTally {
  readonly slug: string;
  readonly name: string;
  /** Every way the pages write the name. */
  readonly spellings: readonly string[];
  /** In the order in which they were first seen. */
  readonly offices: readonly OfficeSummary[];
}

export interface MinisterReader {
  /** Everybody a question was addressed to, by slug. */
  listMinisters(): Promise<MinisterSummary[]>;
  /**
   * The minister of this folded name, or of whose spellings one folds to it; null where no question was addressed to
   * such a person.
   */
  findMinister(slug: string): Promise<MinisterSummary | null>;
}

interface MinisterReaderOptions {
  readonly parliament: string;
  /** What periods of offices are told by; those of the reference data by default. */
  readonly governments?: Governments;
}

interface Scope {
  readonly parliament: string;
  readonly governments: Governments;
}

export function createMinisterReader(
  db: Database,
  { parliament, governments = readGovernments(parliament) }: MinisterReaderOptions,
): MinisterReader {
  const scope = { parliament, governments };
  return {
    listMinisters: () => readMinisters(db, scope),
    findMinister: async (slug) => findMeant(await readMinisters(db, scope, slug), slug),
  };
}

/** A slug narrows it down to those it may mean, who need not be ministers. */
async function readMinisters(
  db: Database,
  { parliament, governments }: Scope,
  slug?: string,
): Promise<MinisterSummary[]> {
  const named = slug === undefined ? undefined : isNamed(db, parliament, slug);
  const wanted = and(eq(persons.parliament, parliament), named);
  const people = await db
    .select({ id: persons.id, slug: persons.slug, name: persons.name })
    .from(persons)
    .where(wanted)
    .orderBy(bySlug);
  const personIds = slug === undefined ? undefined : people.map(({ id }) => id);
  const tallies = await readTallies(db, parliament, personIds);
  const spellings = await readSpellings(db, wanted);
  const offices = await readOffices(db, { parliament, governments, personIds });
  return people.flatMap(({ id, ...person }) => {
    const tally = tallies.get(id);
    if (tally === undefined) return [];
    const names = (spellings.get(id) ?? []).map(({ name }) => name);
    return { ...person, spellings: names, offices: offices.get(id) ?? [], ...tally };
  });
}

/** Of these people, or of everybody; nothing is joined, so that an index alone can answer. */
async function readTallies(
  db: Database,
  parliament: string,
  personIds?: readonly number[],
): Promise<Map<number, QuestionTally>> {
  const areTheirs = personIds === undefined ? undefined : inArray(questions.addressedToId, [...personIds]);
  const rows = await db
    .select({ personId: questions.addressedToId, ...tallyColumns })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), areTheirs))
    .groupBy(questions.addressedToId);
  return new Map(rows.map(({ personId, ...tally }) => [personId, tally]));
}

async function readSpellings(db: Database, wanted: SQL | undefined) {
  const isTheirs = and(eq(personNames.parliament, persons.parliament), eq(personNames.personId, persons.id));
  const rows = await db
    .select({ personId: personNames.personId, name: personNames.name })
    .from(persons)
    .innerJoin(personNames, isTheirs)
    .where(wanted)
    .orderBy(asc(personNames.personId), sql`${personNames.name} collate "C"`);
  return Map.groupBy(rows, (row) => row.personId);
}
