import { BadRequestError } from "../../errors.ts";
import { isCount, partsOfCursor, writeCursor } from "../opaque-cursor.ts";

const WORD = "runs";

/** The run after which a page begins, as an opaque text that only fits lists of runs. */
export function encodeRunCursor(id: number): string {
  return writeCursor([WORD, id]);
}

/**
 * What `encodeRunCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseRunCursor(cursor: string): number {
  const [word, id, ...others] = partsOfCursor(cursor);
  if (word === WORD && isCount(id) && others.length === 0) return id;
  throw new BadRequestError("cursor", "Ce « cursor » n’est pas un « nextCursor » que cette liste a donné.");
}
