import { SITE_TIME_ZONE } from "../domain/calendar-date.ts";
import { FetchError } from "../errors.ts";
import type { Ask } from "./exchange.ts";
import type { Pace } from "./pace.ts";
import { asFetchError, type FailedTry, findTransientCode } from "./request-faults.ts";
import { backoffMs, findRetryAfterMs, isTransientStatus, MOST_TRIES } from "./retry-delay.ts";

export interface PatientAskOptions {
  readonly exchange: Ask;
  readonly pace: Pace;
  /** The longest wait a site can ask for and still be given within one call. */
  readonly maxRetryAfterMs: number;
  readonly random: () => number;
  readonly now: () => Date;
}

/**
 * Asks at the pace of the site, and again where what came back is transient; gives the last answer whatever
 * its status. A site that asks for a long rest gets it, from all calls.
 * @throws {FetchError} `unreachable`, `timed_out`, `page_too_large`, `asked_to_wait`, `stopped`
 */
export function createPatientAsk({ exchange, pace, maxRetryAfterMs, random, now }: PatientAskOptions): Ask {
  let retryAt: Date | null = null;
  /** What the site asked for with the last try of a page, for the next page to wait. */
  let owedMs = 0;
  return async (url, validators) => {
    if (retryAt !== null && now() < retryAt) throw askedToWait(url, retryAt);
    const tries: FailedTry[] = [];
    let waitMs = owedMs;
    owedMs = 0;
    for (;;) {
      await pace.rest(waitMs);
      const outcome = await exchange(url, validators).then(
        (answer) => ({ answer, fault: isTransientStatus(answer.status) ? answer.status : null }),
        (error: unknown) => ({ error, fault: findTransientCode(error) }),
      );
      if (outcome.fault !== null) tries.push({ at: now(), fault: outcome.fault });
      const isLast = outcome.fault === null || tries.length === MOST_TRIES;
      if ("error" in outcome) {
        if (isLast) throw asFetchError(outcome.error, url, tries);
        waitMs = backoffMs(tries.length, random);
        continue;
      }
      if (outcome.fault === null) return outcome.answer;
      const retryAfterMs = findRetryAfterMs(outcome.answer.headers["retry-after"], now());
      if (retryAfterMs !== null && retryAfterMs > maxRetryAfterMs) {
        retryAt = new Date(now().getTime() + retryAfterMs);
        throw askedToWait(url, retryAt, tries);
      }
      if (isLast) {
        owedMs = retryAfterMs ?? 0;
        return outcome.answer;
      }
      waitMs = retryAfterMs ?? backoffMs(tries.length, random);
    }
  };
}

const inBrussels = new Intl.DateTimeFormat("fr-BE", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: SITE_TIME_ZONE,
});

function askedToWait(url: URL, retryAt: Date, tries: readonly FailedTry[] = []): FetchError {
  return new FetchError(
    "asked_to_wait",
    `${url.host} demande de ne plus être sollicité avant le ${inBrussels.format(retryAt)}.`,
    { retryAt, url: url.href, tries },
  );
}
