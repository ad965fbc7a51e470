import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/schema";
import { PACKAGE_FILE } from "./data-package.ts";
import { badDump, type DumpPlace } from "./dump-refusal.ts";

const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** A name in the folder itself: no way leads out of it. */
const FILE_NAME = "^[a-z0-9][a-z0-9_-]*(\\.[a-z0-9]+)+$";

const Resource = Type.Object({
  name: Type.String(),
  path: Type.String({ pattern: FILE_NAME, maxLength: 100 }),
  mediatype: Type.String({ pattern: "^[a-z]+/[a-z0-9.+-]+$" }),
  compression: Type.Optional(Type.Literal("gz")),
  bytes: count,
  hash: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
  rows: Type.Optional(count),
  expandedBytes: Type.Optional(count),
});

const Package = Type.Object({
  created: Type.String({ format: "date-time" }),
  vigie: Type.Object({ format: Type.Integer(), parliament: Type.String() }),
  resources: Type.Array(Resource, { minItems: 1, maxItems: 200 }),
});

const validator = Compile(Package);

/** A file of a dump, as the package describes it. */
export type DeclaredFile = Static<typeof Resource>;

/** What the package of a dump says, of whatever format, with the size and hash of the package itself. */
export interface ReadPackage {
  readonly says: Static<typeof Package>;
  readonly bytes: number;
  readonly sha256: string;
}

/** Ours are a tenth of it. */
const LARGEST_PACKAGE_BYTES = 1024 * 1024;

const place = { file: PACKAGE_FILE };

/**
 * Reads the package of a dump.
 * @throws {DumpRefusal} `bad_dump` where there is none, or it is none of Vigie's
 */
export async function readPackage(folder: string): Promise<ReadPackage> {
  await requireFile(folder, { name: PACKAGE_FILE, mostBytes: LARGEST_PACKAGE_BYTES });
  const bytes = await readFile(join(folder, PACKAGE_FILE));
  const says = parse(bytes);
  if (!validator.Check(says)) {
    const [, [fault]] = validator.Errors(says);
    const field = fault?.instancePath.slice(1).replaceAll("/", ".");
    throw badDump(
      "ce n’est pas la description d’un paquet fait par Vigie.",
      field === undefined || field === "" ? place : { ...place, field },
    );
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { says, bytes: bytes.length, sha256 };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw badDump("ce n’est pas du JSON.", place, cause);
  }
}

/**
 * Sees to it that a name in the folder is a file of the folder's own, and gives its size; a link may lead anywhere, and
 * anything else may never end.
 * @throws {DumpRefusal} `bad_dump`
 */
export async function requireFile(
  folder: string,
  { name, mostBytes }: { readonly name: string; readonly mostBytes?: number },
): Promise<number> {
  const file: DumpPlace = { file: name };
  const found = await lstat(join(folder, name)).catch((cause: NodeJS.ErrnoException) => {
    throw badDump(
      cause.code === "ENOENT" ? "le fichier manque." : `lecture impossible (${cause.code}).`,
      file,
    );
  });
  if (!found.isFile()) throw badDump("ce n’est pas un fichier ordinaire.", file);
  if (mostBytes !== undefined && found.size > mostBytes) {
    throw badDump(`${found.size} octets : il ne peut en avoir plus de ${mostBytes}.`, file);
  }
  return found.size;
}
