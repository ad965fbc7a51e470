import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type ColumnKind, kindOf } from "./column-kind.ts";

/** A column as a dump holds it. */
export interface DumpedField {
  /** The name it has in the code. */
  readonly name: string;
  readonly column: PgColumn;
  readonly kind: ColumnKind;
  readonly description: string;
}

/** A table as a dump holds it. */
export interface DumpedTable {
  /** The name it has in the database. */
  readonly name: string;
  readonly table: PgTable;
  readonly description: string;
  /** In the order of the table. */
  readonly fields: readonly DumpedField[];
}

/** What is said of a table and of each of its columns, in French; `leftOut` says why a column is not in the dump. */
interface Words<Columns extends string, LeftOut extends Columns> {
  readonly description: string;
  readonly fields: Readonly<
    Record<Exclude<Columns, LeftOut | keyof typeof COMMON>, string> &
      Partial<Record<Extract<Columns, keyof typeof COMMON>, string>>
  >;
  readonly leftOut?: Readonly<Record<LeftOut, string>>;
}

/** Columns that mean the same in every table. */
const COMMON = {
  parliament: "Le parlement",
  id: "Numéro donné par Vigie, qui ne ressert jamais",
};

/** The columns of a table, with what is said of them: all of them, which the compiler sees to. */
export function describeTable<
  Table extends PgTable,
  LeftOut extends keyof Table["_"]["columns"] & string = never,
>(table: Table, words: Words<keyof Table["_"]["columns"] & string, LeftOut>): DumpedTable {
  const said: Readonly<Record<string, string | undefined>> = { ...COMMON, ...words.fields };
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table);
  const leftOut = Object.keys(words.leftOut ?? {});
  return {
    name: getTableName(table),
    table,
    description: words.description,
    fields: Object.entries(columns)
      .filter(([name]) => !leftOut.includes(name))
      .map(([name, column]) => ({ name, column, kind: kindOf(column), description: said[name] ?? "" })),
  };
}
