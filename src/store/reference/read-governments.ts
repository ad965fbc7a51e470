import type { Governments } from "../../domain/offices/governments.ts";

/** The governments we know of the country of a parliament. */
export function readGovernments(_parliament: string): Governments {
  return { all: [], governmentOn: () => null, partyIn: () => null };
}
