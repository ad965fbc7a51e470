import { Type } from "typebox";
import { slugOf } from "../../domain/folded-text.ts";
import { type DayRange, findDayRange } from "../../domain/offices/day-range.ts";
import { createGovernments, type Governments } from "../../domain/offices/governments.ts";
import { readSeed, refuseFaults, rowsOf, type SeedFault, SEEDS } from "./read-seed.ts";

const GOVERNMENTS = "governments.json";
const MEMBERS = "government-members.json";

const NOT_A_DATE = "doit être un jour, un mois ou une année du calendrier, écrit AAAA-MM-JJ, AAAA-MM ou AAAA";

const words = Type.String({ minLength: 1 });
/** As exactly as the source knows it. */
const LooseDay = Type.Refine(
  Type.String(),
  (text) => findDayRange(text) !== null,
  () => NOT_A_DATE,
);
const OpenLooseDay = Type.Union([LooseDay, Type.Null()]);
/** What is not certain about a row, as a French sentence; null where the source leaves no doubt. For those who keep it. */
const doubt = Type.Union([words, Type.Null()]);
const strict = { additionalProperties: false };

const GovernmentRow = Type.Object(
  {
    parliament: words,
    slug: words,
    name: words,
    from: LooseDay,
    until: OpenLooseDay,
    source: words,
    doubt,
  },
  strict,
);

const MemberRow = Type.Object(
  {
    parliament: words,
    /** Slug of the government. */
    government: words,
    /** The slug of the person, which is the folded name unless that was split between two people. */
    person: words,
    /** As the source writes it; for those who keep the file, as the days are. */
    name: words,
    party: Type.Union([words, Type.Null()]),
    from: OpenLooseDay,
    until: OpenLooseDay,
    source: words,
    doubt,
  },
  strict,
);

type GovernmentSeed = ReturnType<typeof readSeed<typeof GovernmentRow>>[number];
type MemberSeed = ReturnType<typeof readSeed<typeof MemberRow>>[number];

/**
 * The governments we know of the country of a parliament; `seeds` is the folder they are read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be: a date that does
 * not exist, a member of a government nobody knows …
 */
export function readGovernments(parliament: string, seeds: URL = SEEDS): Governments {
  const governments = readSeed(GOVERNMENTS, GovernmentRow, seeds);
  const members = readSeed(MEMBERS, MemberRow, seeds);
  refuseFaults(GOVERNMENTS, governments.flatMap(faultsOfGovernment));
  refuseFaults(
    MEMBERS,
    members.flatMap((member, index) => faultsOfMember(member, index + 1, governments)),
  );
  return createGovernments(
    rowsOf(governments, parliament).map(({ slug, name, from, until, source }) => ({
      slug,
      name,
      source,
      from: rangeOf(from),
      until: until === null ? null : rangeOf(until),
    })),
    rowsOf(members, parliament).map(({ government, person, party, source }) => ({
      government,
      person,
      party,
      source,
    })),
  );
}

/** Of a date that was checked. */
const rangeOf = (text: string): DayRange => findDayRange(text)!;

function faultsOfGovernment(
  { parliament, slug, from, until }: GovernmentSeed,
  index: number,
  all: readonly GovernmentSeed[],
): SeedFault[] {
  const row = index + 1;
  const earlier = all.findIndex((one) => one.parliament === parliament && one.slug === slug);
  return [
    ...(earlier === index
      ? []
      : [{ row, field: "slug", message: `est déjà celui de l’entrée ${earlier + 1}` }]),
    ...(until === null || rangeOf(from).earliest <= rangeOf(until).latest
      ? []
      : [{ row, field: "until", message: "précède from" }]),
  ];
}

function faultsOfMember(
  { parliament, government, person }: MemberSeed,
  row: number,
  governments: readonly GovernmentSeed[],
): SeedFault[] {
  const isKnown = governments.some((one) => one.parliament === parliament && one.slug === government);
  return [
    ...(isKnown ? [] : [{ row, field: "government", message: "n’est le slug d’aucun gouvernement" }]),
    ...(person === slugOf(person) ? [] : [{ row, field: "person", message: `doit être ${slugOf(person)}` }]),
  ];
}
