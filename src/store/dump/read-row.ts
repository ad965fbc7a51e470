import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { snapshots } from "../schema/index.ts";
import type { DeclaredTable } from "./declared-tables.ts";
import type { DumpedField } from "./described-table.ts";
import { badDump, type DumpPlace } from "./dump-refusal.ts";
import type { DumpLine } from "./read-lines.ts";

/** A line that can be stored. */
export interface DumpRow {
  readonly line: number;
  /** As JSON, by the names the database gives to its columns. */
  readonly json: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads a line of a dump.
 * @throws {DumpRefusal} `bad_dump`: not JSON, a field too many or too few, a value that the field cannot have
 */
export function readRow(
  { number, text }: DumpLine,
  { table: { table, fields }, file }: DeclaredTable,
  { parliament }: { readonly parliament: string },
): DumpRow {
  const place = { file, line: number };
  const values = parseLine(text, place);
  refuseUnknownFields(values, fields, place);
  for (const field of fields) checkValue(values, field, place);
  if (values.parliament !== parliament) {
    throw badDump(`« ${String(values.parliament)} » est un autre parlement.`, {
      ...place,
      field: "parliament",
    });
  }
  if (table === snapshots) checkPage(values, place);
  const row = Object.fromEntries(
    fields.map(({ name, column, kind }) => [
      column.name,
      values[name] === null ? null : kind.toSql(values[name]),
    ]),
  );
  return { line: number, json: stringify(row, place) };
}

function parseLine(text: string, place: DumpPlace): Values {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badDump("ce n’est pas du JSON.", place, cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badDump("ce n’est pas un objet JSON.", place);
  }
  return value as Values;
}

function refuseUnknownFields(values: Values, fields: readonly DumpedField[], place: DumpPlace): void {
  const unknown = Object.keys(values).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined)
    throw badDump("ce champ est inconnu.", { ...place, field: unknown.slice(0, 80) });
}

function checkValue(values: Values, { name, column, kind }: DumpedField, place: DumpPlace): void {
  const at = { ...place, field: name };
  if (!Object.hasOwn(values, name)) throw badDump("il manque.", at);
  const value = values[name];
  if (value === null) {
    if (column.notNull) throw badDump("il ne peut pas être null.", at);
    return;
  }
  if (!kind.isFit(value)) throw badDump(`attendu : ${kind.expected}.`, at);
  if (column.generatedIdentity !== undefined && Number(value) < 1) throw badDump("attendu : 1 ou plus.", at);
}

/** Several times what a page can have. */
const LARGEST_PAGE_BYTES = 16 * 1024 * 1024;

/** The bytes of a page prove all that was read from it: they must be those its hash names. */
function checkPage({ content, sha256, byteLength }: Values, place: DumpPlace): void {
  const at = { ...place, field: "content" };
  let page: Buffer;
  try {
    const packed = Buffer.from(String(content), "base64");
    const maxOutputLength = Math.min(LARGEST_PAGE_BYTES, Math.max(1, Number(byteLength)));
    page = gunzipSync(packed, { maxOutputLength });
  } catch (cause) {
    throw badDump(`ce n’est pas une page de ${String(byteLength)} octets comprimée par gzip.`, at, cause);
  }
  if (page.length !== byteLength || createHash("sha256").update(page).digest("hex") !== sha256) {
    throw badDump("la page n’a pas l’empreinte que dit « sha256 ».", at);
  }
}

function stringify(row: Values, place: DumpPlace): string {
  try {
    return JSON.stringify(row);
  } catch (cause) {
    // Nested deeper than can be written.
    throw badDump("elle ne peut pas être conservée.", place, cause);
  }
}
