import type { FetchError, FetchFault } from "../errors.ts";

/** Faults after which nothing more may be asked of the site. */
const FORBIDDING: ReadonlySet<FetchFault> = new Set<FetchFault>([
  "asked_to_wait",
  "robots_unreachable",
  "stopped",
]);

/** Whether a page did not come for a reason that holds for every page. */
export function forbidsAll(error: FetchError): boolean {
  return FORBIDDING.has(error.code);
}
