import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type OfficeSummary, readOffices } from "./office-rows.ts";
import { type PersonSummary, readSummaries } from "./person-summaries.ts";
import { findMeant } from "./person-reader.ts";
import { readGovernments } from "./reference/read-governments.ts";

/** Somebody questions were addressed to. */
export interface MinisterSummary extends PersonSummary {
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

export function createMinisterReader(
  db: Database,
  { parliament, governments = readGovernments(parliament) }: MinisterReaderOptions,
): MinisterReader {
  const read = async (slug?: string): Promise<MinisterSummary[]> => {
    const people = await readSummaries(db, { parliament, role: "minister", slug });
    const personIds = slug === undefined ? undefined : people.map(({ id }) => id);
    const offices = await readOffices(db, { parliament, governments, personIds });
    return people.map(({ id, ...person }) => ({ ...person, offices: offices.get(id) ?? [] }));
  };
  return {
    listMinisters: () => read(),
    findMinister: async (slug) => findMeant(await read(slug), slug),
  };
}
