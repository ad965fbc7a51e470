import type { Validators } from "../domain/page-ledger.ts";
import { FetchError } from "../errors.ts";
import { decodeBody } from "./decode-body.ts";
import { type Ask, createExchange } from "./exchange.ts";
import { followRedirects } from "./follow-redirects.ts";
import { createPace, type Sleep } from "./pace.ts";
import { createPatientAsk } from "./patient-ask.ts";
import { createRedirectRules } from "./redirect-rules.ts";
import { createRobots } from "./robots.ts";
import type { FetchedPage, SiteClient, Unmodified } from "./site-client.ts";

export interface SiteClientOptions {
  /** Names of the site's hosts, each standing for all below it. */
  readonly hosts: readonly string[];
  /** Where the site is asked for; its robots.txt counts. */
  readonly baseUrl: string;
  /** Says who we are and where to complain. */
  readonly userAgent: string;
  /** Left between the end of one exchange and the start of the next. */
  readonly intervalMs: number;
  /** For one request, from its first to its last byte. */
  readonly timeoutMs?: number;
  /** Of one page, compressed or not. */
  readonly maxBytes?: number;
  /** The longest Retry-After that is waited for; a longer one ends the call. */
  readonly maxRetryAfterMs?: number;
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** From 0 up to 1, without 1. */
  readonly random: () => number;
  /** Once aborted no request is sent any more and no wait goes on; one under way is completed. */
  readonly stopping?: AbortSignal | undefined;
}

/** A client of its own for one site: all who ask the site must share it, or its pace is kept by nobody. */
export function createSiteClient({
  hosts,
  baseUrl,
  userAgent,
  intervalMs,
  timeoutMs = 30_000,
  maxBytes = 5 * 1024 * 1024,
  maxRetryAfterMs = 120_000,
  now,
  sleep,
  random,
  stopping,
}: SiteClientOptions): SiteClient {
  let requests = 0;
  const send = createExchange({ userAgent, timeoutMs, maxBytes });
  const exchange: Ask = (url, validators) => {
    requests += 1;
    return send(url, validators);
  };
  const pace = createPace({ intervalMs, sleep, random, stopping });
  const rules = createRedirectRules({ hosts, baseUrl });
  const ask = createPatientAsk({ exchange, pace, maxRetryAfterMs, random, now });
  const robots = createRobots({
    baseUrl,
    pace,
    now,
    async fetch(url) {
      const answer = await followRedirects(url, null, { ask, rules, check: async () => undefined });
      return { status: answer.status, bytes: await decodeBody(answer, maxBytes) };
    },
  });
  const inTurn = createQueue();

  async function getPage(url: URL, validators: Validators | null): Promise<FetchedPage | Unmodified> {
    const answer = await followRedirects(url, validators, { ask, rules, check: robots.check });
    const fetchedAt = now();
    const { status, headers } = answer;
    if (status === 304) {
      if ((validators?.etag ?? validators?.lastModified ?? null) === null) throw unaskedNotModified(url);
      return { kind: "unmodified", fetchedAt };
    }
    return {
      kind: "page",
      url: answer.url.href,
      status,
      bytes: await decodeBody(answer, maxBytes),
      contentType: valueOf(headers["content-type"]),
      validators: { etag: valueOf(headers.etag), lastModified: valueOf(headers["last-modified"]) },
      fetchedAt,
    };
  }

  return {
    async get(address, validators = null) {
      const url = new URL(address);
      url.hash = "";
      if (!rules.isOnSite(url)) throw new TypeError(`not an address of ${baseUrl}: ${address}`);
      return inTurn(() => getPage(url, validators));
    },
    get requests() {
      return requests;
    },
  };
}

/** Runs jobs one at a time, in the order in which they were given, whatever comes of each. */
function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** A header that says nothing is none. */
function valueOf(header: string | undefined): string | null {
  return header === undefined || header === "" ? null : header;
}

function unaskedNotModified(url: URL): FetchError {
  return new FetchError(
    "bad_answer",
    `${url.href} : le site répond « inchangé » (HTTP 304) alors que rien ne lui a été comparé.`,
    { url: url.href },
  );
}
