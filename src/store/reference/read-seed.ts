import { readFileSync } from "node:fs";
import { type Static, type TSchema, Type } from "typebox";
import Value from "typebox/value";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { ConfigError } from "../../errors.ts";

/** A day, as reference data writes it. */
export const Day = Type.Unsafe<CalendarDate>({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A day, or null where that end is open. */
export const OpenDay = Type.Union([Day, Type.Null()]);

/** One word of a closed list. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });

const SEEDS = new URL("../../../seeds/", import.meta.url);

/**
 * The rows of a file of reference data in `seeds/`, checked.
 * @throws {ConfigError} that names the file, the row and the field that is not as it should be
 */
export function readSeed<Row extends TSchema>(file: string, row: Row): Static<Row>[] {
  const rows: unknown = JSON.parse(readFileSync(new URL(file, SEEDS), "utf8"));
  const shape = Type.Array(row);
  if (Value.Check(shape, rows)) return rows;
  const faults = Value.Errors(shape, rows).map(({ instancePath, message }) => `${instancePath} : ${message}`);
  throw new ConfigError(`Le fichier seeds/${file} est mal formé. ${faults.join(" ; ")}`, { file });
}
