import { type LevelWithSilent, type Logger, pino, stdTimeFunctions } from "pino";
import { prettyFactory } from "pino-pretty";
import { AppError } from "./errors.ts";

/** Where lines go: a stream, or anything that can take text. */
export interface LogDestination {
  write(text: string): unknown;
  /** Whether it shows colours, as terminals can tell. */
  hasColors?(): boolean;
}

/** Fields that hold secrets wherever they stand in a line, down to the third level. */
const SECRET_FIELDS = [
  "databaseUrl",
  "databaseReplicaUrls",
  "smtpUrl",
  "adminToken",
  "password",
  "authorization",
  "cookie",
  '["set-cookie"]',
];

/**
 * The one log of a process: JSON lines, or lines for people where `pretty`. Written at once in this thread, so that
 * the last line before an end is not lost. Whatever the field, passwords in addresses are left out.
 */
export function createLogger({
  level,
  pretty,
  destination = process.stdout,
}: {
  level: LevelWithSilent;
  pretty: boolean;
  destination?: LogDestination;
}): Logger {
  const forPeople = prettyFactory({
    colorize: destination.hasColors?.() ?? false,
    ignore: "pid",
    translateTime: "SYS:HH:MM:ss",
  });
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
      redact: { paths: SECRET_FIELDS.flatMap(atEveryDepth), censor: "[redacted]" },
    },
    {
      write(line: string) {
        const safe = redactUrls(line);
        destination.write(pretty ? forPeople(safe) : safe);
      },
    },
  );
}

function atEveryDepth(field: string): string[] {
  const [below, top] = field.startsWith("[") ? [field, field] : [`.${field}`, field];
  return [top, `*${below}`, `*.*${below}`];
}

/** The same text with the passwords of its addresses replaced by `***`. */
export function redactUrls(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"]*):(?:\\.|[^\s/"\\])*@/gi, "$1:***@")
    .replace(/([?&](?:password|token)=)[^&\s"]*/gi, "$1***");
}

/** An error as fields: our code and context, the cause below it, as many causes as a chain sensibly has. */
function serializeError(error: unknown, depth = 5): unknown {
  if (!(error instanceof Error) || depth === 0) return error;
  const code = "code" in error ? { code: error.code } : {};
  return {
    type: error.name,
    message: error.message,
    ...code,
    ...(error instanceof AppError ? { context: error.context } : {}),
    stack: error.stack,
    ...(error instanceof AggregateError
      ? { errors: error.errors.map((one) => serializeError(one, depth - 1)) }
      : {}),
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause, depth - 1) }),
  };
}
