import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { OpenDatabase } from "../../src/store/database.ts";
import { importDump } from "../../src/store/dump/import-dump.ts";
import { type DumpOptions, writeDump } from "../../src/store/dump/write-dump.ts";
import type { Owner } from "./databases.ts";
import { PARLIAMENT } from "./page-stores.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

/** Where the dumps of these tests come from. */
export const ORIGIN: DumpOptions = {
  parliament: PARLIAMENT,
  parliamentName: "Parlement de Wallonie",
  createdAt: new Date("2014-03-05T04:35:00Z"),
  version: "1.2.3",
  sourceUrl: "https://source.example",
  batchSize: 3,
};

/** Writes a dump into a folder of its own. */
export async function dumpInto(
  t: Owner,
  database: Pick<OpenDatabase, "db" | "engine">,
  options: Partial<DumpOptions> = {},
): Promise<string> {
  const folder = join(await temporaryDirectory(t), "dump");
  await mkdir(folder);
  await writeDump(database, folder, { ...ORIGIN, ...options });
  return folder;
}

/** Takes a dump over. */
export const takeDump = (db: OpenDatabase["db"], folder: string) =>
  importDump(db, folder, { parliament: PARLIAMENT });

/** Changes what the package of a dump says. */
export async function changePackage(
  folder: string,
  change: (described: PackageOfDump) => unknown,
): Promise<void> {
  const file = join(folder, "datapackage.json");
  const described = JSON.parse(await readFile(file, "utf8")) as PackageOfDump;
  await writeFile(file, JSON.stringify(change(described)));
}

/** Changes what it says of the file of a table. */
export const changeResource = (folder: string, table: string, change: Readonly<Record<string, unknown>>) =>
  changePackage(folder, ({ resources, ...described }) => ({
    ...described,
    resources: resources.map((one) => (one.name === table ? { ...one, ...change } : one)),
  }));

/** Puts other bytes in the place of the file of a table, and has the package describe them. */
export async function replaceFile(
  folder: string,
  table: string,
  file: Uint8Array,
  { rows, expandedBytes }: { readonly rows: number; readonly expandedBytes: number },
): Promise<void> {
  await writeFile(join(folder, `${table}.jsonl.gz`), file);
  const hash = `sha256:${createHash("sha256").update(file).digest("hex")}`;
  await changeResource(folder, table, { bytes: file.length, hash, rows, expandedBytes });
}

/** Changes the lines of a table, and has the package describe what came of it. */
export async function changeLines(
  folder: string,
  table: string,
  change: (lines: readonly string[]) => readonly (string | Uint8Array)[],
): Promise<void> {
  const text = gunzipSync(await readFile(join(folder, `${table}.jsonl.gz`))).toString();
  const lines = change(text.split("\n").slice(0, -1));
  const changed = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\n")])));
  const size = { rows: lines.length, expandedBytes: changed.length };
  await replaceFile(folder, table, gzipSync(changed), size);
}

/** Changes one line of a table, counted from 1. */
export const changeLine = (
  folder: string,
  table: string,
  number: number,
  change: (row: Record<string, unknown>) => unknown,
) =>
  changeLines(folder, table, (lines) =>
    lines.map((line, i) =>
      i === number - 1 ? JSON.stringify(change(JSON.parse(line) as Record<string, unknown>)) : line,
    ),
  );

/** A `datapackage.json` of Vigie, as far as these tests look into it. */
export interface PackageOfDump {
  readonly title: string;
  readonly created: string;
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly licenses: readonly { readonly name: string }[];
  readonly vigie: Readonly<Record<string, unknown>>;
  readonly resources: readonly ResourceOfDump[];
}

/** What it says of a file. */
export interface ResourceOfDump {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly rows: number;
  readonly expandedBytes: number;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly uniqueKeys: readonly (readonly string[])[];
    readonly foreignKeys: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}
