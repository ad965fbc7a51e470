import robotsModule from "robots-parser";
import { FetchError } from "../errors.ts";
import type { Pace } from "./pace.ts";
import { isTransientStatus } from "./retry-delay.ts";

/** Its types tell of a default export, but the module is the function itself. */
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** The name by which a robots.txt can speak of us. */
const PRODUCT_TOKEN = "Vigie";

/** How long one reading may be relied on (RFC 9309, 2.4). */
const MAX_AGE_MS = 24 * 3_600_000;

/** What a site asks of robots. */
export interface Robots {
  /**
   * Reads robots.txt first where it was not read yet, or too long ago.
   * @throws {FetchError} `robots_forbidden`; `robots_unreachable` where robots.txt cannot be had: it may forbid
   * everything
   */
  check(url: URL): Promise<void>;
}

export interface RobotsOptions {
  readonly baseUrl: string;
  /** Asks for robots.txt, redirects and second tries included. */
  readonly fetch: (url: URL) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;
  readonly pace: Pace;
  readonly now: () => Date;
}

/** The robots.txt of the base host speaks for all hosts of the site. */
export function createRobots({ baseUrl, fetch, pace, now }: RobotsOptions): Robots {
  const url = new URL("/robots.txt", baseUrl);
  let known: { readonly rules: ReturnType<typeof parseRobots>; readonly readAt: Date } | null = null;

  async function currentRules() {
    if (known !== null && now().getTime() - known.readAt.getTime() <= MAX_AGE_MS) return known.rules;
    const rules = parseRobots(url.href, await readText());
    pace.heedCrawlDelay((rules.getCrawlDelay(PRODUCT_TOKEN) ?? 0) * 1_000);
    known = { rules, readAt: now() };
    return rules;
  }

  /** Empty where the site has no robots.txt: then nothing is forbidden. */
  async function readText(): Promise<string> {
    const { status, bytes } = await fetch(url).catch((error: unknown) => {
      throw isSiteFault(error) ? unread(url, error.message, error) : error;
    });
    // RFC 9309, 2.3.1.4; a site that says to come back later has not said that all is allowed.
    if (status >= 500 || isTransientStatus(status)) {
      throw unread(url, `${url.href} n’a pas pu être lu (HTTP ${status}).`);
    }
    return status >= 200 && status < 300 ? new TextDecoder().decode(bytes) : "";
  }

  return {
    async check(page) {
      const rules = await currentRules();
      const onBase = new URL(url);
      onBase.pathname = page.pathname;
      onBase.search = page.search;
      if (rules.isAllowed(onBase.href, PRODUCT_TOKEN) === false) throw forbidden(page, url);
    },
  };
}

/** Anything else says more by itself than that robots.txt did not come. */
function isSiteFault(error: unknown): error is FetchError {
  return error instanceof FetchError && error.code !== "stopped" && error.code !== "asked_to_wait";
}

function unread(url: URL, reason: string, cause?: unknown): FetchError {
  return new FetchError(
    "robots_unreachable",
    `${reason} Sans robots.txt, rien ne dit ce que le site permet : rien ne lui est demandé.`,
    { url: url.href },
    { cause },
  );
}

function forbidden(page: URL, url: URL): FetchError {
  return new FetchError(
    "robots_forbidden",
    `${page.href} : le site demande aux robots de ne pas lire cette page (${url.href}).`,
    { url: page.href },
  );
}
