import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The name under which standard input goes on the command line. */
export const STDIN = "-";

/**
 * Every file behind these paths, folders walked to the bottom in the order of their names; hidden files and folders are
 * left out, links to folders not followed. A path that does not exist is given back as it is, for the reader to refuse.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (path !== STDIN && (await isFolder(path))) yield* filesIn(path);
    else yield path;
  }
}

/** How many files `findFiles` will give. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _file of findFiles(paths)) count += 1;
  return count;
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = [];
  for await (const entry of await opendir(folder)) {
    if (!entry.name.startsWith(".")) entries.push(entry);
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) yield path;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}
