import { jitterMs } from "./pace.ts";

/** How often one address is asked for before we give up. */
export const MOST_TRIES = 4;

/** Statuses that a later try may change: the site is busy, restarting, or wants to be asked more slowly. */
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** So that the moment it leads to is one a `Date` can hold, whatever a site asks for. */
const MAX_RETRY_AFTER_MS = 365 * 24 * 3_600_000;

/** The two forms of a date in HTTP still in use, `Sun, 06 Nov 1994 08:49:37 GMT` and the older one. */
const HTTP_DATE = /^[A-Z][a-z]+, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;

export function isTransientStatus(status: number): boolean {
  return TRANSIENT_STATUSES.has(status);
}

/** The wait after so many tries in vain, counted from 1: some 1, 4 and 16 seconds, in milliseconds. */
export function backoffMs(triesInVain: number, random: () => number): number {
  const ms = 1_000 * 4 ** (triesInVain - 1);
  return Math.round(ms + jitterMs(ms, random));
}

/**
 * How long the header Retry-After asks to wait, in milliseconds: seconds or a date (RFC 9110, 10.2.3), 0 for
 * a date that is past. Null where there is none, or none that can be read.
 */
export function findRetryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, MAX_RETRY_AFTER_MS);
  const at = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(at - now.getTime(), 0), MAX_RETRY_AFTER_MS);
}
