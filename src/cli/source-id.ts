import { statSync } from "node:fs";
import { UsageError } from "../errors.ts";

/**
 * The id given by hand belongs to one page, not to each of many.
 * @throws {UsageError} for an id that is no number of the site, and for more than one file
 */
export function checkSourceId(sourceId: string | undefined, paths: readonly string[]): void {
  if (sourceId === undefined) return;
  if (!/^[1-9]\d{0,8}$/.test(sourceId)) {
    throw new UsageError(`--source-id : « ${sourceId} » n’est pas un numéro du site (par exemple 55877).`);
  }
  const [path, ...others] = paths;
  const isFolder = path !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (others.length > 0 || isFolder) {
    throw new UsageError("--source-id : donnez une seule page, ni dossier ni plusieurs fichiers.");
  }
}
