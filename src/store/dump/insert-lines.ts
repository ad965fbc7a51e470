import { Column, is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { blamesData, serverErrorOf, type ServerError } from "../server-error.ts";
import type { DeclaredTable } from "./declared-tables.ts";
import type { DumpedTable } from "./described-table.ts";
import { badDump } from "./dump-refusal.ts";
import type { DumpRow } from "./read-row.ts";
import { keysOf } from "./table-schema.ts";

/**
 * Stores lines as they are, numbers of ours included.
 * @throws {DumpRefusal} `bad_dump` for the first of them that the database refuses
 */
export async function insertLines(
  tx: Database,
  { table, file }: DeclaredTable,
  rows: readonly DumpRow[],
): Promise<void> {
  const fault = await tryInsert(tx, table, rows);
  if (fault === null) return;
  for (const row of rows) {
    const alone = await tryInsert(tx, table, [row]);
    if (alone !== null) throw refusedLine(alone, table, { file, line: row.line });
  }
  throw fault;
}

/** What the database has against the data; null where it took them. Within a savepoint, so that the rest can go on. */
async function tryInsert(
  tx: Database,
  { table, fields }: DumpedTable,
  rows: readonly DumpRow[],
): Promise<ServerError | null> {
  const columns = sql.join(
    fields.map(({ column }) => sql.identifier(column.name)),
    sql`, `,
  );
  const json = `[${rows.map((row) => row.json).join(",")}]`;
  try {
    await tx.transaction((savepoint) =>
      savepoint.execute(sql`
        insert into ${table} (${columns}) overriding system value
        select ${columns} from json_populate_recordset(null::${table}, ${json}::text::json)`),
    );
    return null;
  } catch (error) {
    const cause = serverErrorOf(error);
    if (cause === null || !blamesData(cause)) throw cause ?? error;
    return cause;
  }
}

function refusedLine(
  fault: ServerError,
  { table }: DumpedTable,
  place: { readonly file: string; readonly line: number },
) {
  const { constraint } = fault;
  const fields = typeof constraint === "string" ? fieldsOfConstraint(table, constraint) : [];
  const rule = typeof constraint === "string" ? `la règle « ${constraint} »` : fault.message;
  return badDump(
    `la base de données la refuse (${rule}).`,
    fields.length === 0 ? place : { ...place, field: fields.join(", ") },
    fault,
  );
}

/** The fields that a constraint is about, without the parliament, which is part of all of them. */
function fieldsOfConstraint(table: DumpedTable["table"], name: string): string[] {
  const { primaryKeys, uniqueConstraints, foreignKeys, checks } = getTableConfig(table);
  const columns: readonly unknown[] =
    primaryKeys.find((key) => key.getName() === name)?.columns ??
    uniqueConstraints.find((key) => key.getName() === name)?.columns ??
    foreignKeys.find((key) => key.getName() === name)?.reference().columns ??
    columnsIn(checks.find((check) => check.name === name)?.value);
  return keysOf(columns.filter((column): column is PgColumn => is(column, Column))).filter(
    (field) => field !== "parliament",
  );
}

const columnsIn = (condition: SQL | undefined): readonly unknown[] => condition?.queryChunks ?? [];
