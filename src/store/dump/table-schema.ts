import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type PgColumn } from "drizzle-orm/pg-core";
import type { DumpedField, DumpedTable } from "./described-table.ts";

/** The Table Schema of a dumped table, read off its definition: an empty text is one, and no missing value. */
export function tableSchemaOf({ table, fields }: DumpedTable) {
  const { foreignKeys, uniqueConstraints } = getTableConfig(table);
  return {
    fields: fields.map(fieldOf),
    missingValues: [],
    primaryKey: keysOf(primaryKeyOf(table)),
    uniqueKeys: uniqueConstraints.map(({ columns }) => keysOf(columns)),
    foreignKeys: foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      return {
        fields: keysOf(columns),
        reference: { resource: getTableName(foreignTable), fields: keysOf(foreignColumns) },
      };
    }),
  };
}

function fieldOf({ name, column, kind, description }: DumpedField) {
  const constraints = {
    ...(column.notNull ? { required: true } : {}),
    ...(kind.shape === undefined ? {} : { jsonSchema: kind.shape }),
  };
  return { name, ...kind.field, description, constraints };
}

/** The columns of the key every table has, the parliament first. */
export function primaryKeyOf(table: DumpedTable["table"]): PgColumn[] {
  return getTableConfig(table).primaryKeys[0]?.columns ?? [];
}

/**
 * The names that columns have in the code, and so in a dump. Keys have copies of the columns, so names are compared.
 */
export function keysOf(columns: readonly PgColumn[]): string[] {
  return columns.map(({ table, name }) => {
    const named = Object.entries(getTableColumns(table)).find(([, column]) => column.name === name);
    if (named === undefined) throw new Error(`${name} is no column of its table`);
    return named[0];
  });
}
