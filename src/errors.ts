/** Root of every error we raise on purpose. `code` is public and stable; `context` is for the log only. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(message: string, context: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.context = context;
  }
}

/** Why a page is not taken for a written question (`docs` and clients rely on these words). */
export type RefusalCode = "not_a_question" | "other_kind" | "incomplete" | "unreadable";

/** A page that was read to its end and cannot be stored as a written question: the code says why. */
export class ParseError extends AppError {
  readonly code: RefusalCode;
  /** Of a record of another kind, what it calls itself; null where no record is seen. */
  readonly heading: string | null;

  constructor(
    code: RefusalCode,
    message: string,
    {
      heading = null,
      ...context
    }: { readonly heading?: string | null; readonly [field: string]: unknown } = {},
  ) {
    super(message, { ...context, ...(heading === null ? {} : { heading }) });
    this.code = code;
    this.heading = heading;
  }
}

/** Why a page did not come. */
export type FetchFault =
  /** No answer: no such host, no connection, one that broke or is not safe; or no robots.txt to go by. */
  | "unreachable"
  | "timed_out"
  | "page_too_large"
  /** The bytes are not what Content-Encoding says. */
  | "bad_encoding"
  /** A redirect to a host that is none of the site's, or from https to http; it was not followed. */
  | "redirected_away"
  | "too_many_redirects"
  /** The site says « not modified » of a page it was not asked to compare with anything. */
  | "bad_answer"
  /** The site's robots.txt asks not to. */
  | "robots_forbidden"
  /** Whether it does cannot be known: robots.txt did not come. */
  | "robots_unreachable"
  /** The site asked to be left alone for longer than a request can wait; `retryAt` says until when. */
  | "asked_to_wait"
  /** We were told to stop before the page was asked for. */
  | "stopped";

/** A page did not come; what was tried again and when is in `context`. */
export class FetchError extends AppError {
  readonly code: FetchFault;
  /** For `asked_to_wait`; null otherwise. */
  readonly retryAt: Date | null;

  constructor(
    code: FetchFault,
    message: string,
    {
      retryAt = null,
      ...context
    }: { readonly retryAt?: Date | null; readonly [field: string]: unknown } = {},
    options?: ErrorOptions,
  ) {
    super(message, context, options);
    this.code = code;
    this.retryAt = retryAt;
  }
}

/** A command was called in a way it does not take; the message says what to write instead. */
export class UsageError extends AppError {
  readonly code = "bad_usage";
}

/** The environment holds values the program cannot start with; the message lists every one of them. */
export class ConfigError extends AppError {
  readonly code = "bad_configuration";
}

/** Why the database cannot be used as it is. */
export type DatabaseFault =
  "data_directory_in_use" | "data_directory_unusable" | "database_newer" | "database_unreachable";

/** The database cannot be opened; the message says what to do. */
export class DatabaseError extends AppError {
  readonly code: DatabaseFault;

  constructor(
    code: DatabaseFault,
    message: string,
    context: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, context, options);
    this.code = code;
  }
}

/**
 * Something was asked for by a name nobody has. `suggestions` are near names, the nearest first; `parameter` names the
 * filter that holds the name, and is null where the address itself does.
 */
export class NotFoundError extends AppError {
  readonly code: `unknown_${string}`;
  readonly suggestions: readonly { slug: string; name: string }[];
  readonly parameter: string | null;

  constructor(
    code: `unknown_${string}`,
    message: string,
    suggestions: readonly { slug: string; name: string }[] = [],
    parameter: string | null = null,
  ) {
    super(message);
    this.code = code;
    this.suggestions = suggestions;
    this.parameter = parameter;
  }
}

/** A request that cannot be answered as put; `parameter` names the part to change. */
export class BadRequestError extends AppError {
  readonly code = "bad_parameter";
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message, { parameter });
    this.parameter = parameter;
  }
}

/** What was asked for no longer fits what is stored. */
export class ConflictError extends AppError {
  readonly code = "conflict";
}

/** The database refused a page; the message names the page, `context` says which rule of the database it broke. */
export class UnstorablePageError extends AppError {
  readonly code = "page_not_stored";
}
