import { DrizzleQueryError } from "drizzle-orm";

/** What both drivers tell of an error of the database. */
export interface ServerError extends Error {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly column?: unknown;
}

/** Classes of SQLSTATE that blame the data: bad values, broken rules, entries too large for an index. */
const DATA_FAULTS = /^(?:22|23|54)/;

/** Whether it is the data that the database refuses. */
export const blamesData = ({ code }: ServerError) => typeof code === "string" && DATA_FAULTS.test(code);

/** Drizzle's own error repeats the statement with all its values, megabytes of pages: only what it wraps is kept. */
export const serverErrorOf = (error: unknown): ServerError | null =>
  error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : null;
