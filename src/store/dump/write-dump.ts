import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { atOneMoment } from "../at-one-moment.ts";
import type { Database, OpenDatabase } from "../database.ts";
import { hasSamples } from "../samples.ts";
import {
  dataPackageOf,
  type DumpOrigin,
  fileOf,
  PACKAGE_FILE,
  type WrittenMade,
  type WrittenTable,
} from "./data-package.ts";
import type { DumpedTable } from "./described-table.ts";
import { DUMPED_TABLES } from "./dumped-tables.ts";
import type { MadeTable } from "./made-table.ts";
import { readRows } from "./read-rows.ts";
import { syncFolder } from "./sync-folder.ts";
import { writeCompressed } from "./write-compressed.ts";

/** What of a dump is not in the database. */
export interface DumpOptions extends Omit<DumpOrigin, "isFiction" | "consistency"> {
  /** Tables for people, beside those that are imported again. */
  readonly made?: readonly MadeTable[];
  readonly stopping?: AbortSignal;
  readonly batchSize?: number;
}

/** What a dump came to. */
export interface DumpSummary {
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/**
 * Writes all that is public of a parliament into an empty folder. PostgreSQL gives all of it as it was at one moment.
 * The embedded database has one connection, which a transaction would keep from all readers for minutes: it is read
 * batch by batch, and whoever calls sees to it that nobody writes meanwhile.
 */
export async function writeDump(
  { db, engine }: Pick<OpenDatabase, "db" | "engine">,
  folder: string,
  options: DumpOptions,
): Promise<DumpSummary> {
  const { parliament, parliamentName, createdAt, version, sourceUrl } = options;
  const write = async (from: Database) => ({
    isFiction: await hasSamples(from, parliament),
    tables: await writeTables(from, folder, options),
    made: await writeMade(from, folder, options),
  });
  const { isFiction, tables, made } = await (engine === "postgres" ? atOneMoment(db, write) : write(db));
  const consistency = engine === "postgres" ? "snapshot" : "quiet";
  const origin = {
    parliament,
    parliamentName,
    createdAt,
    version,
    sourceUrl,
    isFiction,
    consistency,
  } as const;
  const description = `${JSON.stringify(dataPackageOf(origin, tables, made), null, 2)}\n`;
  await writeFile(join(folder, PACKAGE_FILE), description, { flag: "wx", flush: true });
  await syncFolder(folder);
  return {
    rows: Object.fromEntries(tables.map(({ table, rows }) => [table.name, rows])),
    bytes: [...tables, ...made].reduce((sum, { file }) => sum + file.bytes, Buffer.byteLength(description)),
  };
}

async function writeTables(db: Database, folder: string, options: DumpOptions): Promise<WrittenTable[]> {
  const written: WrittenTable[] = [];
  for (const table of DUMPED_TABLES) {
    let rows = 0;
    const texts = textsOf(db, table, options, (count) => (rows += count));
    const file = await writeCompressed(join(folder, fileOf(table.name)), texts, options.stopping);
    written.push({ table, rows, file });
  }
  return written;
}

async function writeMade(db: Database, folder: string, options: DumpOptions): Promise<WrittenMade[]> {
  const written: WrittenMade[] = [];
  for (const table of options.made ?? []) {
    const text = table.write(db, options.createdAt);
    const file = await writeCompressed(join(folder, table.path), text, options.stopping);
    written.push({ table, file });
  }
  return written;
}

async function* textsOf(
  db: Database,
  table: DumpedTable,
  options: DumpOptions,
  onRows: (count: number) => void,
): AsyncGenerator<string> {
  for await (const rows of readRows(db, table, options)) {
    onRows(rows.length);
    yield rows.map((row) => `${lineOf(table, row)}\n`).join("");
  }
}

function lineOf({ fields }: DumpedTable, row: Readonly<Record<string, unknown>>): string {
  const values = fields.map(({ name, kind }) => [name, row[name] === null ? null : kind.toJson(row[name])]);
  return JSON.stringify(Object.fromEntries(values));
}
