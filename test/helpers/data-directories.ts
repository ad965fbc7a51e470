import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Owner } from "./databases.ts";
import { pgliteTemplate } from "./pglite-template.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

/** A data directory of its own with a migrated, empty database, ready to be opened: creating one takes seconds. */
export async function migratedDataDirectory(t: Owner): Promise<string> {
  const dataDir = await temporaryDirectory(t);
  const target = join(dataDir, "pglite");
  mkdirSync(target);
  const input = await (await pgliteTemplate()).bytes();
  const { status, error, stderr } = spawnSync("tar", ["-xf", "-", "-C", target], { input, encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(`tar: ${stderr}`);
  return dataDir;
}
