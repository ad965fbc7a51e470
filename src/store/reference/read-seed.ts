import { readFileSync } from "node:fs";
import { type Static, type TSchema, Type } from "typebox";
import { Locale } from "typebox/system";
import Value from "typebox/value";
import { type CalendarDate, isCalendarDate } from "../../domain/calendar-date.ts";
import { ConfigError } from "../../errors.ts";

const NOT_A_DAY = "doit être un jour du calendrier, écrit AAAA-MM-JJ";

/** A day of the calendar, as reference data writes it. */
export const Day = Type.Unsafe<CalendarDate>(Type.Refine(Type.String(), isCalendarDate, () => NOT_A_DAY));

/** A day, or null where that end is open. */
export const OpenDay = Type.Union([Day, Type.Null()]);

/** One word of a closed list. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });

/** A row of reference data: each says which parliament it is of. */
export interface OfParliament {
  readonly parliament: string;
}

/** The rows of one parliament. */
export const rowsOf = <Row extends OfParliament>(rows: readonly Row[], parliament: string): Row[] =>
  rows.filter((row) => row.parliament === parliament);

/** Where reference data is kept. */
export const SEEDS = new URL("../../../seeds/", import.meta.url);

/** What is wrong in a file: its rows are counted from 1, and a null field means the row as a whole. */
export interface SeedFault {
  readonly row: number;
  readonly field: string | null;
  readonly message: string;
}

/**
 * The rows of a file of reference data, checked one by one.
 * @throws {ConfigError} that names the file, and the row and the field of all that is not as it should be
 */
export function readSeed<Row extends TSchema>(file: string, row: Row, seeds: URL = SEEDS): Static<Row>[] {
  const rows = readRows(file, seeds);
  refuseFaults(
    file,
    rows.flatMap((one, index) => faultsOf(index + 1, Value.Errors(row, one))),
  );
  return rows as Static<Row>[];
}

/**
 * Refuses a file for what is wrong in it, if anything is.
 * @throws {ConfigError} that lists it all
 */
export function refuseFaults(file: string, faults: readonly SeedFault[]): void {
  if (faults.length === 0) return;
  const told = faults.map(({ row, field, message }) => {
    const place = field === null ? `entrée ${row}` : `entrée ${row}, ${field}`;
    return `${place}\u00a0: ${message}`;
  });
  throw malformed(file, told.join("\u202f; "));
}

function readRows(file: string, seeds: URL): unknown[] {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(new URL(file, seeds), "utf8"));
  } catch (cause) {
    const message = `Le fichier seeds/${file} ne se lit pas (${(cause as Error).message}).`;
    throw new ConfigError(message, { file }, { cause });
  }
  if (!Array.isArray(rows)) throw malformed(file, "il doit contenir une liste d’entrées");
  return rows;
}

const malformed = (file: string, message: string) =>
  new ConfigError(`Le fichier seeds/${file} est mal formé. ${message}.`, { file });

type SchemaError = ReturnType<typeof Value.Errors>[number];

/** One fault a field: what may be one of several things fails as each of them, and the first says enough. */
function faultsOf(row: number, errors: readonly SchemaError[]): SeedFault[] {
  const faults = new Map<string | null, string>();
  for (const error of errors) {
    for (const field of fieldsOf(error)) {
      if (!faults.has(field)) faults.set(field, messageOf(error));
    }
  }
  return [...faults].map(([field, message]) => ({ row, field, message }));
}

function fieldsOf({ keyword, params, instancePath }: SchemaError): readonly (string | null)[] {
  if (keyword === "required") return params.requiredProperties;
  if (keyword === "additionalProperties") return params.additionalProperties;
  return [instancePath === "" ? null : instancePath.slice(1).replaceAll("/", ".")];
}

function messageOf(error: SchemaError): string {
  switch (error.keyword) {
    case "required":
      return "ce champ manque";
    case "additionalProperties":
    case "boolean":
      return "ce champ n’est pas prévu";
    case "enum":
      return `doit être ${error.params.allowedValues.join(" ou ")}`;
    default:
      return Locale.fr_FR(error).replaceAll("'", "’");
  }
}
