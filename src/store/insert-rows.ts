import { getTableColumns, type InferInsertModel, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database.ts";

interface InsertOptions<Key> {
  /** What stands after `on conflict`: a target and `do nothing` or `do update set …`. */
  readonly onConflict?: SQL;
  /** Columns to give back, by their names in the code. */
  readonly returning?: readonly Key[];
}

type Values = Readonly<Record<string, unknown>>;
type Columns = Readonly<Record<string, PgColumn>>;

/**
 * Inserts all rows by one statement that takes one parameter a column, an array, which PostgreSQL plans and reads
 * much faster than one parameter a value. Columns that no row gives get their default; a column that only some rows
 * give is null in the others. Columns that are arrays themselves cannot be inserted this way.
 * @returns the columns asked for in `returning`, of each row inserted or updated, in the order of `rows`; rows that
 * met a `do nothing` are left out
 */
export async function insertRows<
  Table extends PgTable,
  Key extends keyof InferSelectModel<Table> & string = never,
>(
  db: Pick<Database, "execute">,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
  { onConflict, returning = [] }: InsertOptions<Key> = {},
): Promise<Pick<InferSelectModel<Table>, Key>[]> {
  if (rows.length === 0) return [];
  const columns: Columns = getTableColumns(table);
  const given = givenColumns(columns, rows);
  const names = given.map(([, column]) => sql.identifier(column.name));
  const arrays = given.map(([key, column]) => arrayParameter(column, rows, key));
  const statement = sql`insert into ${table} (${list(names)}) select * from unnest(${list(arrays)})`;
  if (onConflict !== undefined) statement.append(sql` on conflict ${onConflict}`);
  if (returning.length > 0)
    statement.append(sql` returning ${list(returning.map((key) => named(columns, key)))}`);
  const result = (await db.execute(statement)) as { readonly rows: readonly Values[] };
  return result.rows.map((row) => decode(columns, row)) as Pick<InferSelectModel<Table>, Key>[];
}

/** The columns some row has a value for; numbers that the database gives itself stay its own. */
function givenColumns(columns: Columns, rows: readonly Values[]): [string, PgColumn][] {
  return Object.entries(columns).filter(
    ([key, { generated, generatedIdentity }]) =>
      generated === undefined &&
      generatedIdentity?.type !== "always" &&
      rows.some((row) => row[key] !== undefined),
  );
}

/** The cast is needed: within `unnest` PostgreSQL cannot tell the type of a parameter from the column it goes to. */
function arrayParameter(column: PgColumn, rows: readonly Values[], key: string): SQL {
  const values = rows.map((row) => {
    const value = row[key] ?? null;
    return value === null ? null : column.mapToDriverValue(value);
  });
  return sql`${sql.param(values)}::${sql.raw(column.getSQLType())}[]`;
}

function named(columns: Columns, key: string): SQL {
  return sql`${sql.identifier(columns[key]?.name ?? key)} as ${sql.identifier(key)}`;
}

function decode(columns: Columns, row: Values): Values {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value === null ? null : columns[key]?.mapFromDriverValue(value),
    ]),
  );
}

function list(parts: readonly SQL[] | readonly ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join([...parts], sql`, `);
}
