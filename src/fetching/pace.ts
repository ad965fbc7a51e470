import { FetchError } from "../errors.ts";

/** Ends after `ms`, or rejects once the signal is aborted, as `setTimeout` of node:timers/promises does. */
export type Sleep = (ms: number, options: { readonly signal?: AbortSignal | undefined }) => Promise<unknown>;

/** How long a site is left alone before each request. */
export interface Pace {
  /**
   * To be called when one request is over, whatever came of it, and before the next is sent.
   * @throws {FetchError} `stopped`, at once, when we are told to stop
   */
  rest(atLeastMs?: number): Promise<void>;
  /** What the site itself asks for; it counts where it is longer than our interval. */
  heedCrawlDelay(crawlDelayMs: number): void;
}

export interface PaceOptions {
  readonly intervalMs: number;
  readonly sleep: Sleep;
  /** From 0 up to 1, without 1. */
  readonly random: () => number;
  readonly stopping?: AbortSignal | undefined;
}

/** A site that asks for more would never be read to its end. */
const MAX_CRAWL_DELAY_MS = 60_000;

/** So that we do not fall into step with others who started at the same minute. */
const JITTER = 0.2;

/**
 * Sleeps the whole interval each time, instead of what is left of it by some clock: a clock that is put right
 * meanwhile cannot make us hurry.
 */
export function createPace({ intervalMs, sleep, random, stopping }: PaceOptions): Pace {
  let crawlDelayMs = 0;
  return {
    heedCrawlDelay(ms) {
      crawlDelayMs = Math.min(ms, MAX_CRAWL_DELAY_MS);
    },
    async rest(atLeastMs = 0) {
      const interval = Math.max(intervalMs, crawlDelayMs);
      // At least one more: timers count whole milliseconds and may ring up to one early.
      const restMs = interval + Math.max(1, Math.ceil(jitterMs(interval, random)));
      try {
        await sleep(Math.max(restMs, atLeastMs), { signal: stopping });
      } catch (error) {
        if (stopping?.aborted !== true) throw error;
      }
      if (stopping?.aborted === true) throw stopped(stopping.reason);
    },
  };
}

/** Up to a fifth of `ms`, at random. */
export function jitterMs(ms: number, random: () => number): number {
  return ms * JITTER * random();
}

function stopped(cause: unknown): FetchError {
  return new FetchError("stopped", "L’arrêt a été demandé : la page n’a pas été relevée.", {}, { cause });
}
