import { open, rename, rm } from "node:fs/promises";
import { UsageError } from "../errors.ts";

/** A file that is being written under another name, and gets its own when it is whole. */
export interface OutFile {
  write(text: string): Promise<void>;
  /** Sees to it that it is on the disk, and gives it its name, in the place of what had it before. */
  finish(): Promise<void>;
  /** Leaves nothing behind of a file that was not finished; does nothing for one that was. */
  discardUnfinished(): Promise<void>;
}

/** @throws {UsageError} where no file can be written there */
export async function openOutFile(path: string): Promise<OutFile> {
  const unfinished = `${path}.partial`;
  const handle = await open(unfinished, "w").catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  let isFinished = false;
  return {
    async write(text) {
      await handle.writeFile(text);
    },
    async finish() {
      await handle.sync();
      await handle.close();
      await rename(unfinished, path).catch((cause: unknown) => {
        throw unwritable(path, cause);
      });
      isFinished = true;
    },
    async discardUnfinished() {
      if (isFinished) return;
      await handle.close();
      await rm(unfinished, { force: true });
    },
  };
}

function unwritable(path: string, cause: unknown): UsageError {
  const { code } = cause as NodeJS.ErrnoException;
  return new UsageError(
    `Impossible d’écrire le fichier « ${path} » (${code}). Donnez un autre chemin (--out), dans un dossier qui existe.`,
    { path },
    { cause },
  );
}
