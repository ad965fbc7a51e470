import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "./sync-folder.ts";

/** A folder that was written to its end. */
export interface WholeFolder<Result> {
  readonly folder: string;
  /** What writing it gave. */
  readonly result: Result;
}

const UNFINISHED = ".unfinished";
const REPLACED = ".replaced";

/** Whether a name is that of a folder whose writing was cut off. */
export const isLeftOver = (name: string) => name.endsWith(UNFINISHED) || name.endsWith(REPLACED);

/** Has a folder written that gets its name when it is whole, and takes the place of another of that name. */
export async function writeWhole<Result>(
  folder: string,
  write: (unfinished: string) => Promise<Result>,
): Promise<WholeFolder<Result>> {
  const [unfinished, replaced] = [`${folder}${UNFINISHED}`, `${folder}${REPLACED}`];
  await remove(unfinished);
  await mkdir(unfinished, { recursive: true });
  try {
    const result = await write(unfinished);
    await remove(replaced);
    await rename(folder, replaced).catch(unlessMissing);
    await rename(unfinished, folder);
    await remove(replaced);
    await syncFolder(dirname(folder));
    return { folder, result };
  } finally {
    await remove(unfinished);
  }
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
