import { Type } from "typebox";
import { slugOf } from "../../domain/folded-text.ts";
import type { PartyList } from "../../domain/offices/party-lists.ts";
import { Day, readSeed, refuseFaults, rowsOf, type SeedFault, SEEDS } from "./read-seed.ts";

const FILE = "party-lists.json";

const words = Type.String({ minLength: 1 });

const PartyListRow = Type.Object(
  {
    parliament: words,
    asOf: Day,
    /** As stored: in lower case. */
    sessions: Type.Array(Type.String({ pattern: "^[0-9a-z-]+$" }), { minItems: 1, uniqueItems: true }),
    source: words,
    /** By folded name. */
    parties: Type.Record(Type.String(), words),
  },
  { additionalProperties: false },
);

/**
 * The lists of deputies and their parties we know of a parliament; `seeds` is the folder they are read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be: a name that is
 * not folded, a session of two lists …
 */
export function readPartyLists(parliament: string, seeds: URL = SEEDS): PartyList[] {
  const rows = readSeed(FILE, PartyListRow, seeds);
  refuseFaults(FILE, rows.flatMap(faultsOfList));
  return rowsOf(rows, parliament).map(({ parliament: _, ...list }) => list);
}

type PartyListSeed = ReturnType<typeof readSeed<typeof PartyListRow>>[number];

function faultsOfList(
  { parliament, sessions, parties }: PartyListSeed,
  index: number,
  all: readonly PartyListSeed[],
): SeedFault[] {
  const row = index + 1;
  const isTaken = (session: string) =>
    all.slice(0, index).some((one) => one.parliament === parliament && one.sessions.includes(session));
  return [
    ...sessions
      .filter(isTaken)
      .map((session) => ({ row, field: "sessions", message: `${session} est déjà d’une autre liste` })),
    ...Object.keys(parties)
      .filter((name) => name !== slugOf(name))
      .map((name) => ({ row, field: `parties.${name}`, message: `doit être nommé ${slugOf(name)}` })),
  ];
}
