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

/** Faults of the connection: another address of the same site would fare no better. */
const UNANSWERED: ReadonlySet<string> = new Set<FetchFault>(["unreachable", "timed_out"]);

/** Whether a code says that no answer came at all. */
export function isUnanswered(code: string): boolean {
  return UNANSWERED.has(code);
}
