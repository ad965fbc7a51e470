import type { DumpedTable } from "./described-table.ts";
import { DUMP_FORMAT } from "./dumped-tables.ts";
import type { MadeTable } from "./made-table.ts";
import { tableSchemaOf } from "./table-schema.ts";
import type { CompressedFile } from "./write-compressed.ts";

/** The file that says what the others of a dump are. */
export const PACKAGE_FILE = "datapackage.json";

/** The file of a table. */
export const fileOf = (table: string) => `${table}.jsonl.gz`;

/** A table of the database, once it was written. */
export interface WrittenTable {
  readonly table: DumpedTable;
  readonly rows: number;
  readonly file: CompressedFile;
}

/** A table made for people, once it was written. */
export interface WrittenMade {
  readonly table: MadeTable;
  readonly file: CompressedFile;
}

/** Where a dump comes from. */
export interface DumpOrigin {
  readonly parliament: string;
  /** As readers call it. */
  readonly parliamentName: string;
  readonly createdAt: Date;
  /** Of the program. */
  readonly version: string;
  /** Site of the Parliament. */
  readonly sourceUrl: string;
  /** Whether what is stored is fiction. */
  readonly isFiction: boolean;
  readonly consistency: Consistency;
}

/** `snapshot`: all tables are of one moment. `quiet`: they were read one after the other, while nobody wrote. */
export type Consistency = "snapshot" | "quiet";

/** The `datapackage.json` of a dump, as the Data Package standard describes it; what is ours is under `vigie`. */
export function dataPackageOf(
  { parliament, parliamentName, createdAt, version, sourceUrl, isFiction, consistency }: DumpOrigin,
  tables: readonly WrittenTable[],
  made: readonly WrittenMade[],
) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `vigie-${parliament}`,
    title: isFiction
      ? "Exemples fictifs de Vigie"
      : "Questions écrites posées aux ministres de Wallonie, et leurs réponses",
    description: isFiction ? `${FICTION} ${DESCRIPTION}` : DESCRIPTION,
    created: createdAt.toISOString(),
    licenses: LICENSES,
    sources: [{ title: parliamentName, path: sourceUrl }],
    vigie: { format: DUMP_FORMAT, version, parliament, isFiction, consistency },
    resources: [...tables.map(resourceOf), ...made.map(madeResourceOf)],
  };
}

function resourceOf({ table, rows, file }: WrittenTable) {
  return {
    name: table.name,
    title: table.description,
    path: fileOf(table.name),
    format: "jsonl",
    mediatype: "application/jsonl",
    ...compressed(file),
    rows,
    schema: tableSchemaOf(table),
  };
}

function madeResourceOf({ table, file }: WrittenMade) {
  return {
    name: table.name,
    title: table.description,
    path: table.path,
    format: table.format,
    mediatype: table.mediaType,
    ...compressed(file),
    schema: { fields: table.fields },
  };
}

const compressed = ({ bytes, sha256, expandedBytes }: CompressedFile) => ({
  encoding: "utf-8",
  compression: "gz",
  bytes,
  hash: `sha256:${sha256}`,
  expandedBytes,
});

const FICTION = "Les pages de ce paquet sont inventées : elles montrent le programme, et rien d’autre.";

const DESCRIPTION =
  "Tout ce que Vigie conserve et en calcule : chaque page telle que reçue, chaque version de chaque question, les " +
  "personnes, les évènements et la collecte. Un fichier par table, une ligne de JSON par enregistrement, comprimé par " +
  "gzip. « vigie import » d’un dossier qui les contient tous redonne le même registre.";

/** Facts alone: what we may not say of the texts of others, we do not say. */
const LICENSES = [
  {
    name: "EUPL-1.2",
    title: "Licence de Vigie, pour ce qui vient de Vigie : la forme du paquet et ce qui y est calculé",
    path: "https://spdx.org/licenses/EUPL-1.2.html",
  },
  {
    name: "notspecified",
    title: "Textes et pages du Parlement : leur licence ne nous est pas connue, voyez la source",
  },
];
