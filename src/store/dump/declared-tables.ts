import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileOf, PACKAGE_FILE } from "./data-package.ts";
import type { DumpedTable } from "./described-table.ts";
import { badDump, DumpRefusal } from "./dump-refusal.ts";
import { DUMP_FORMAT, DUMPED_TABLES } from "./dumped-tables.ts";
import { type DeclaredFile, type ReadPackage, requireFile } from "./read-package.ts";

/** A table of a dump, with its file. */
export interface DeclaredTable {
  readonly table: DumpedTable;
  readonly file: string;
  readonly rows: number;
  readonly expandedBytes: number;
}

/**
 * The tables of a dump, who is referred to first; all of them, which the package must name, each with its own file.
 * @throws {DumpRefusal} `unknown_dump_format`, `other_parliament` or `bad_dump`
 */
export function declaredTables(
  { says }: ReadPackage,
  { parliament }: { readonly parliament: string },
): DeclaredTable[] {
  const { vigie, resources } = says;
  if (vigie.format !== DUMP_FORMAT) {
    throw new DumpRefusal(
      "unknown_dump_format",
      `Ce paquet est au format ${vigie.format}, et cette version de Vigie ne lit que le format ${DUMP_FORMAT} : ` +
        "prenez la version qui l’a fait, ou un paquet de cette version.",
    );
  }
  if (vigie.parliament !== parliament) {
    throw new DumpRefusal(
      "other_parliament",
      `Ce paquet est celui d’un autre parlement (« ${vigie.parliament} », et non « ${parliament} »).`,
    );
  }
  return DUMPED_TABLES.map((table) => declaredTable(table, resources));
}

function declaredTable(table: DumpedTable, resources: readonly DeclaredFile[]): DeclaredTable {
  const file = fileOf(table.name);
  const [declared, ...others] = resources.filter(({ name, path }) => name === table.name || path === file);
  const isWhole =
    declared?.name === table.name &&
    declared.path === file &&
    declared.compression === "gz" &&
    others.length === 0;
  const { rows, expandedBytes } = declared ?? {};
  if (!isWhole || rows === undefined || expandedBytes === undefined) {
    throw badDump(`la table « ${table.name} » n’y est pas décrite une fois, avec le fichier ${file}.`, {
      file: PACKAGE_FILE,
      field: "resources",
    });
  }
  return { table, file, rows, expandedBytes };
}

/**
 * Compares every file of a dump with what its package says of it.
 * @throws {DumpRefusal} `bad_dump` for one that is missing or was changed
 */
export async function verifyFiles(folder: string, { says }: ReadPackage): Promise<void> {
  for (const { path, bytes, hash } of says.resources) {
    const found = await requireFile(folder, { name: path });
    if (found !== bytes)
      throw badDump(`${found} octets, et non ${bytes} : il est tronqué ou changé.`, { file: path });
    if (`sha256:${await sha256Of(join(folder, path))}` !== hash) {
      throw badDump("son empreinte SHA-256 n’est pas celle du paquet : il est abîmé ou changé.", {
        file: path,
      });
    }
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hash.update(chunk);
  });
  return hash.digest("hex");
}
