import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Owner } from "./databases.ts";

/** An empty directory of its own, removed with all it holds when the owner ends. */
export async function temporaryDirectory(t: Owner): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "vigie-test-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
