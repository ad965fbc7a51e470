import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../src/store/database.ts";
import * as schema from "../../src/store/schema/index.ts";

type Row = Record<string, unknown>;

/** Everything in the database: the rows of each table, in the order of their numbers. */
export async function dumpOf(db: Database): Promise<Record<string, Row[]>> {
  const tables = Object.values(schema).filter((value) => is(value, PgTable));
  const dump: Record<string, Row[]> = {};
  for (const table of tables) {
    const rows: Row[] = await db.select().from(table);
    dump[getTableName(table)] = rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }
  return dump;
}

/** How many rows each table holds. */
export async function countRows(db: Database): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await dumpOf(db)).map(([table, rows]) => [table, rows.length]));
}

/**
 * Everything, with the words behind our numbers in their place, so that databases filled in different ways compare.
 * Events and versions keep their order; the rest is sorted.
 */
export async function wordsOf(db: Database): Promise<Record<string, Row[]>> {
  const dump = await dumpOf(db);
  const by = (table: string, nameOf: (row: Row) => string) =>
    new Map((dump[table] ?? []).map((row) => [row.id, nameOf(row)]));
  const persons = by("persons", (row) => String(row.slug));
  const words: Record<string, Map<unknown, string>> = {
    personId: persons,
    askedById: persons,
    addressedToId: persons,
    answeredById: persons,
    officeId: by("offices", (row) => `${persons.get(row.personId)} ${String(row.slug)}`),
    portfolioId: by("portfolios", (row) => String(row.slug)),
    questionId: by("questions", (row) => String(row.sourceId)),
    snapshotId: by("snapshots", (row) => `${String(row.sourceId)} ${String(row.sha256)}`),
  };
  const named = ({ id: _id, ...row }: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, words[key]?.get(value) ?? value]));
  return Object.fromEntries(
    Object.entries(dump).map(([table, rows]) => {
      const told = rows.map(named);
      return [table, table.startsWith("question_") ? told : told.sort(byText)];
    }),
  );
}

const keyOf = (row: Row) => (typeof row.id === "number" ? row.id : JSON.stringify(row));
const byText = (one: Row, other: Row) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
