import { Type } from "typebox";
import type { PersonCorrections, PersonSplit } from "../../domain/person-corrections.ts";
import { Day, readSeed } from "./read-seed.ts";

const Slug = Type.String({ minLength: 1 });
const reason = Type.String({ minLength: 10 });

const MergeRow = Type.Object({ parliament: Type.String(), from: Slug, into: Slug, reason });

const SplitRow = Type.Object({
  parliament: Type.String(),
  name: Slug,
  slug: Slug,
  role: Type.Union([Type.Literal("author"), Type.Literal("minister"), Type.Null()]),
  from: Type.Union([Day, Type.Null()]),
  to: Type.Union([Day, Type.Null()]),
  reason,
});

/** What was reviewed about who is who among the people of a parliament. */
export function readPersonCorrections(parliament: string): PersonCorrections {
  const isOurs = (row: { readonly parliament: string }) => row.parliament === parliament;
  return {
    merges: readSeed("person-merges.json", MergeRow).filter(isOurs),
    splits: readSeed("person-splits.json", SplitRow).filter(isOurs) as PersonSplit[],
  };
}
