import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import type { DumpedTable } from "./described-table.ts";
import { keysOf, primaryKeyOf } from "./table-schema.ts";

/** Enough to make the round trips cheap, few enough to stay small in memory: some 3 MB of pages or versions. */
const BATCH_SIZE = 250;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a parliament in a table, in the order of its key, a batch at a time; only what a dump holds of them. */
export async function* readRows(
  db: Database,
  { table, fields }: DumpedTable,
  { parliament, batchSize = BATCH_SIZE }: { readonly parliament: string; readonly batchSize?: number },
): AsyncGenerator<readonly Row[]> {
  const ofParliament = getTableColumns(table).parliament;
  if (ofParliament === undefined) throw new Error("a dumped table has no parliament");
  const key = primaryKeyOf(table).filter(({ name }) => name !== ofParliament.name);
  const selection = Object.fromEntries(fields.map(({ name, column }) => [name, column]));
  let last: Row | undefined;
  do {
    const rows: Row[] = await db
      .select(selection)
      .from(table)
      .where(and(eq(ofParliament, parliament), last === undefined ? undefined : isAfter(key, last)))
      .orderBy(...key.map((column) => asc(column)))
      .limit(batchSize);
    if (rows.length > 0) yield rows;
    last = rows.length < batchSize ? undefined : rows.at(-1);
  } while (last !== undefined);
}

function isAfter(key: readonly PgColumn[], row: Row) {
  const names = keysOf(key);
  const values = key.map((column, i) => sql`${sql.param(row[names[i] ?? ""], column)}`);
  return sql`(${sql.join([...key], sql`, `)}) > (${sql.join(values, sql`, `)})`;
}
