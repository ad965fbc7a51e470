import { DrizzleQueryError } from "drizzle-orm";
import { UnstorablePageError } from "../../errors.ts";
import type { TakenPage } from "./taken-page.ts";

/** Classes of SQLSTATE that blame the data: bad values, broken rules, entries too large for an index. */
const DATA_FAULTS = /^(?:22|23|54)/;

/** What both drivers tell of an error of the database. */
interface ServerError extends Error {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly column?: unknown;
}

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

const blamesData = ({ code }: ServerError) => typeof code === "string" && DATA_FAULTS.test(code);

/** Drizzle's own error repeats the statement with all its values, megabytes of pages: only what it wraps is kept. */
const serverErrorOf = (error: unknown): ServerError | null =>
  error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : null;

function unstorable({ snapshot }: TakenPage, cause: ServerError): UnstorablePageError {
  const { location, sourceId, sha256 } = snapshot;
  const { code, constraint, column } = cause;
  return new UnstorablePageError(
    `${location}\u00a0: la base de données refuse cette page (${cause.message}). Rien de son lot n’a été enregistré.`,
    { location, sourceId, sha256, sqlState: code, constraint, column },
  );
}
