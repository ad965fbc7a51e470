import { Type } from "typebox";
import { Day, readSeed, rowsOf, SEEDS } from "./read-seed.ts";

/** How many written questions a session had, as somebody published it. */
export interface PublishedTotal {
  readonly total: number;
  /** Who published it and how we know, as a French sentence. */
  readonly source: string;
}

const words = Type.String({ minLength: 1 });

const PublishedTotalRow = Type.Object(
  { parliament: words, session: words, total: Type.Integer({ minimum: 0 }), source: words, notedOn: Day },
  { additionalProperties: false },
);

/**
 * The totals we know of a parliament, by session; `seeds` is the folder they are read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be
 */
export function readPublishedTotals(
  parliament: string,
  seeds: URL = SEEDS,
): ReadonlyMap<string, PublishedTotal> {
  const rows = rowsOf(readSeed("published-totals.json", PublishedTotalRow, seeds), parliament);
  return new Map(rows.map(({ session, total, source }) => [session, { total, source }]));
}
