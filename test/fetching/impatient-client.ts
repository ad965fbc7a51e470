import { createSiteClient, type SiteClientOptions } from "../../src/fetching/create-site-client.ts";
import type { FetchedPage, SiteClient } from "../../src/fetching/site-client.ts";
import type { WeatherServer } from "../helpers/weather-server.ts";

/** What the clock of an impatient client shows. */
export const NOW = new Date("2026-03-02T10:00:00Z");

export const USER_AGENT = "Vigie/1.2.3 (+https://vigie.example)";

/** The wait of an impatient client before a request that nothing holds up: 700 ms and half of a fifth. */
export const USUAL_REST_MS = 770;

export interface ImpatientClient {
  readonly client: SiteClient;
  /** The waits that were asked for, in milliseconds. */
  readonly slept: readonly number[];
  /** The page at a path of the server. */
  page(path: string): Promise<FetchedPage>;
}

/** A client whose clock stands still and whose waits end at once. */
export function impatientClient(
  { url }: Pick<WeatherServer, "url">,
  options: Partial<SiteClientOptions> = {},
): ImpatientClient {
  const slept: number[] = [];
  const client = createSiteClient({
    hosts: [],
    baseUrl: url,
    userAgent: USER_AGENT,
    intervalMs: 700,
    timeoutMs: 5_000,
    now: () => NOW,
    random: () => 0.5,
    sleep: async (ms) => void slept.push(ms),
    ...options,
  });
  return {
    client,
    slept,
    async page(path) {
      const answer = await client.get(`${url}${path}`);
      if (answer.kind !== "page") throw new Error(`${path}: ${answer.kind}`);
      return answer;
    },
  };
}

/** The bytes of a page as text. */
export function textOf({ bytes }: FetchedPage): string {
  return new TextDecoder().decode(bytes);
}
