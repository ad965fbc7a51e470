import { type Static, Type } from "typebox";
import { slugOf } from "../../domain/folded-text.ts";
import type { PersonCorrections } from "../../domain/person-corrections.ts";
import { oneOf, OpenDay, readSeed, refuseFaults, rowsOf, type SeedFault, SEEDS } from "./read-seed.ts";

const MERGES = "person-merges.json";
const SPLITS = "person-splits.json";

const words = Type.String({ minLength: 1 });
const reason = Type.String({ minLength: 10 });
const strict = { additionalProperties: false };

const MergeRow = Type.Object({ parliament: words, from: words, into: words, reason }, strict);

const SplitRow = Type.Object(
  {
    parliament: words,
    name: words,
    slug: words,
    role: Type.Union([oneOf(["author", "minister"]), Type.Null()]),
    from: OpenDay,
    to: OpenDay,
    reason,
  },
  strict,
);

type Merge = Static<typeof MergeRow>;
type Split = Static<typeof SplitRow>;

/**
 * What was reviewed about who is who among the people of a parliament; `seeds` is the folder it is read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be: a name that is
 * not folded, a chain of merges, two splits that a mention could fall under …
 */
export function readPersonCorrections(parliament: string, seeds: URL = SEEDS): PersonCorrections {
  const merges = readSeed(MERGES, MergeRow, seeds);
  const splits = readSeed(SPLITS, SplitRow, seeds);
  refuseFaults(MERGES, merges.flatMap(faultsOfMerge));
  refuseFaults(SPLITS, splits.flatMap(faultsOfSplit));
  return {
    merges: rowsOf(merges, parliament).map(({ parliament: _, ...merge }) => merge),
    splits: rowsOf(splits, parliament).map(({ parliament: _, ...split }) => split),
  };
}

function faultsOfMerge(merge: Merge, index: number, all: readonly Merge[]): SeedFault[] {
  const row = index + 1;
  const others = all.filter((other) => other !== merge && other.parliament === merge.parliament);
  const faults = notFolded(row, merge, ["from", "into"]);
  if (merge.from === merge.into) faults.push({ row, field: "into", message: "est le même nom que from" });
  if (all.slice(0, index).some((other) => others.includes(other) && other.from === merge.from)) {
    faults.push({ row, field: "from", message: "est déjà celui d’une autre entrée" });
  }
  if (others.some(({ from }) => from === merge.into)) {
    const message = "est lui-même fusionné dans un autre nom : donnez celui-là";
    faults.push({ row, field: "into", message });
  }
  return faults;
}

function faultsOfSplit(split: Split, index: number, all: readonly Split[]): SeedFault[] {
  const row = index + 1;
  const faults = notFolded(row, split, ["name", "slug"]);
  if (split.from !== null && split.to !== null && split.to < split.from) {
    faults.push({ row, field: "to", message: "précède from" });
  }
  all.slice(0, index).forEach((earlier, place) => {
    if (earlier.parliament !== split.parliament || earlier.name !== split.name) return;
    if (!mayMeanBoth(earlier, split)) return;
    const message = `une même mention tomberait aussi sous l’entrée ${place + 1}`;
    faults.push({ row, field: "name", message });
  });
  return faults;
}

function mayMeanBoth(one: Split, other: Split): boolean {
  const isSameRole = one.role === null || other.role === null || one.role === other.role;
  const beginsInTime = ({ from }: Split, { to }: Split) => from === null || to === null || from <= to;
  return isSameRole && beginsInTime(one, other) && beginsInTime(other, one);
}

function notFolded<Field extends string>(
  row: number,
  names: Readonly<Record<Field, string>>,
  fields: readonly Field[],
): SeedFault[] {
  return fields
    .filter((field) => slugOf(names[field]) !== names[field])
    .map((field) => ({ row, field, message: `doit être replié : « ${slugOf(names[field])} »` }));
}
