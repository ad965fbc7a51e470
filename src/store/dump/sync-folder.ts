import { open } from "node:fs/promises";
import { platform } from "node:process";

/** Sees to it that the names in a folder are on the disk, as their files are. Windows does so by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
