import { Type } from "typebox";
import type { PersonCorrections } from "../../domain/person-corrections.ts";
import { oneOf, OpenDay, readSeed } from "./read-seed.ts";

const Slug = Type.String({ minLength: 1 });
const reason = Type.String({ minLength: 10 });

const MergeRow = Type.Object({ parliament: Type.String(), from: Slug, into: Slug, reason });

const SplitRow = Type.Object({
  parliament: Type.String(),
  name: Slug,
  slug: Slug,
  role: Type.Union([oneOf(["author", "minister"]), Type.Null()]),
  from: OpenDay,
  to: OpenDay,
  reason,
});

/** What was reviewed about who is who among the people of a parliament. */
export function readPersonCorrections(parliament: string): PersonCorrections {
  const isOurs = (row: { readonly parliament: string }) => row.parliament === parliament;
  return {
    merges: readSeed("person-merges.json", MergeRow).filter(isOurs),
    splits: readSeed("person-splits.json", SplitRow).filter(isOurs),
  };
}
