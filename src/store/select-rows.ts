import type { SQL } from "drizzle-orm";
import type { Database } from "./database.ts";

/** What both drivers give back for a statement, as far as we use it. */
interface DriverResult {
  readonly rows: Record<string, unknown>[];
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

const TIMESTAMPTZ = 1184;

/**
 * The rows of a hand-written query, as plain objects that are equal on both engines:
 *
 * | SQL | value |
 * |---|---|
 * | `date` | `"YYYY-MM-DD"` |
 * | `timestamptz` | `Date`, to the millisecond |
 * | `int2`, `int4`, `int8` (also `count(*)`), `float4`, `float8` | number; above 2^53 an `int8` is rounded |
 * | `numeric` (also `sum` of `int8`, `avg`) | string |
 * | `json`, `jsonb` | parsed |
 * | `bytea` | `Uint8Array` |
 * | arrays of text and integers | arrays |
 *
 * Everything else, arrays of days and instants included, is the text PostgreSQL gives. The columns must be named as
 * `Row` names them: nothing checks `Row` against the query.
 */
export async function selectRows<Row extends object = Record<string, unknown>>(
  db: Pick<Database, "execute">,
  query: SQL,
): Promise<Row[]> {
  const { rows, fields } = (await db.execute(query)) as DriverResult;
  // Drizzle asks both drivers for instants as text, which its own selects turn into dates afterwards.
  const instants = fields.filter(({ dataTypeID }) => dataTypeID === TIMESTAMPTZ).map(({ name }) => name);
  for (const row of rows) {
    for (const name of instants) {
      const text = row[name];
      if (typeof text === "string") row[name] = new Date(text);
    }
  }
  return rows as Row[];
}
