import { getTableName } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import { isCalendarDate } from "../../domain/calendar-date.ts";
import { JSON_SHAPES } from "./json-shapes.ts";

/** How the values of a column stand in a line of a dump. */
export interface ColumnKind {
  /** Of a Table Schema. */
  readonly field: { readonly type: string; readonly format?: string };
  /** JSON Schema of the value, where it is an object or an array. */
  readonly shape?: TSchema;
  /** What a value looks like, in French, for whoever finds another one. */
  readonly expected: string;
  /** The value of the database as JSON takes it. */
  toJson(value: unknown): unknown;
  /** Whether a value of a line, not null, can be one of the database. */
  isFit(value: unknown): boolean;
  /** The value of a line as PostgreSQL reads it out of JSON. */
  toSql(value: unknown): unknown;
}

const same = (value: unknown) => value;

const asItIs = { toJson: same, toSql: same };

const integer = (most: number, expected: string): ColumnKind => ({
  ...asItIs,
  field: { type: "integer" },
  expected,
  isFit: (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= most,
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** By the type of the column in SQL. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  text: {
    ...asItIs,
    field: { type: "string" },
    expected: "un texte sans caractère nul",
    isFit: (value) => typeof value === "string" && value.isWellFormed() && !value.includes("\0"),
  },
  integer: integer(2 ** 31 - 1, "un nombre entier"),
  bigint: integer(Number.MAX_SAFE_INTEGER, "un nombre entier"),
  date: {
    ...asItIs,
    field: { type: "date" },
    expected: "un jour du calendrier (AAAA-MM-JJ)",
    isFit: (value) => typeof value === "string" && isCalendarDate(value),
  },
  "timestamp (3) with time zone": {
    field: { type: "datetime" },
    expected: "un moment en UTC (AAAA-MM-JJTHH:MM:SS.mmmZ)",
    toJson: (value) => (value as Date).toISOString(),
    isFit: (value) =>
      typeof value === "string" && INSTANT.test(value) && !Number.isNaN(new Date(value).getTime()),
    toSql: same,
  },
  bytea: {
    field: { type: "string", format: "binary" },
    expected: "des octets en base64",
    toJson: (value) => bufferOf(value as Uint8Array).toString("base64"),
    isFit: (value) => typeof value === "string" && isBase64(value),
    toSql: (value) => `\\x${Buffer.from(value as string, "base64").toString("hex")}`,
  },
};

const jsonKinds = new Map(
  Object.entries(JSON_SHAPES).map(([column, shape]): [string, ColumnKind] => {
    const validator = Compile(shape);
    const field = { type: (shape as { readonly type?: string }).type ?? "any" };
    const expected = "une valeur de la forme décrite dans datapackage.json";
    return [column, { ...asItIs, field, expected, shape, isFit: (value) => validator.Check(value) }];
  }),
);

/** @throws {Error} for a column of which nothing says how a dump holds it */
export function kindOf(column: PgColumn): ColumnKind {
  const name = `${getTableName(column.table)}.${column.name}`;
  const kind = KINDS[column.getSQLType()] ?? jsonKinds.get(name);
  if (kind === undefined) throw new Error(`${name}: ${column.getSQLType()} has no form in a dump`);
  return kind;
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Node takes anything for base64: only what it gives back as it was is. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && Buffer.from(text, "base64").toString("base64") === text;
}
