import { readFileSync } from "node:fs";

/** How many written questions a session had, as somebody published it. */
export interface PublishedTotal {
  readonly total: number;
  /** Who published it and how we know, as a French sentence. */
  readonly source: string;
}

interface Row extends PublishedTotal {
  readonly parliament: string;
  readonly session: string;
}

const FILE = new URL("../../seeds/published-totals.json", import.meta.url);

/** The totals we know of a parliament, by session. */
export function readPublishedTotals(parliament: string): ReadonlyMap<string, PublishedTotal> {
  const rows = JSON.parse(readFileSync(FILE, "utf8")) as Row[];
  return new Map(
    rows
      .filter((row) => row.parliament === parliament)
      .map(({ session, total, source }) => [session, { total, source }]),
  );
}
