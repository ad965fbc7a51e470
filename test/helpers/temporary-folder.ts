import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own, removed when the owner ends. */
export async function temporaryFolder(owner: { after(clearUp: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-test-"));
  owner.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
