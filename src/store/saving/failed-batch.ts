import { UnstorablePageError } from "../../errors.ts";
import { blamesData, type ServerError, serverErrorOf } from "../server-error.ts";
import type { TakenPage } from "./taken-page.ts";

/**
 * The error to raise for a batch that was rolled back: one that names the page at fault, where it is one page's.
 * `tryAlone` saves a page by itself and takes it back again, and throws what that brings.
 */
export async function explainFailure(
  error: unknown,
  pages: readonly TakenPage[],
  tryAlone: (page: TakenPage) => Promise<void>,
): Promise<unknown> {
  const cause = serverErrorOf(error);
  if (cause === null || !blamesData(cause)) return cause ?? error;
  for (const page of pages) {
    try {
      await tryAlone(page);
    } catch (lone) {
      const fault = serverErrorOf(lone);
      return fault !== null && blamesData(fault) ? unstorable(page, fault) : cause;
    }
  }
  return cause;
}

function unstorable({ snapshot }: TakenPage, cause: ServerError): UnstorablePageError {
  const { location, sourceId, sha256 } = snapshot;
  const { code, constraint, column } = cause;
  return new UnstorablePageError(
    `${location}\u00a0: la base de données refuse cette page (${cause.message}). Rien de son lot n’a été enregistré.`,
    { location, sourceId, sha256, sqlState: code, constraint, column },
  );
}
