import { BadRequestError } from "../../errors.ts";

const WORD = "runs";

/** The run after which a page begins, as an opaque text that only fits lists of runs. */
export function encodeRunCursor(id: number): string {
  return Buffer.from(JSON.stringify([WORD, id])).toString("base64url");
}

/**
 * What `encodeRunCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseRunCursor(cursor: string): number {
  const [, digits = ""] = /^\["runs",(\d{1,15})\]$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (digits === "") {
    throw new BadRequestError("cursor", "Ce « cursor » n’est pas un « nextCursor » que cette liste a donné.");
  }
  return Number(digits);
}
