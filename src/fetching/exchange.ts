import { once } from "node:events";
import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import got from "got";
import type { Validators } from "../domain/page-ledger.ts";
import { checkAnnouncedSize, readBody } from "./read-body.ts";

/** What came back for one request. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came: still compressed. */
  readonly body: Uint8Array;
}

/** Asks for one address; with validators, only for what changed since. */
export type Ask = (url: URL, validators: Validators | null) => Promise<Answer>;

export interface ExchangeOptions {
  readonly userAgent: string;
  /** From the first to the last byte. */
  readonly timeoutMs: number;
  /** Of the body, as it comes. */
  readonly maxBytes: number;
}

/**
 * Sends one request and reads its answer, over one connection that is kept. Follows nothing, tries nothing
 * again and keeps no cookies. Throws the `RequestError` of got when no answer came, a `FetchError` when it
 * is too large.
 */
export function createExchange({ userAgent, timeoutMs, maxBytes }: ExchangeOptions): Ask {
  const connection = { keepAlive: true, maxSockets: 1 };
  const client = got.extend({
    agent: {
      http: new HttpAgent(connection),
      // Said in so many words, here and below: the environment can turn the default off.
      https: new HttpsAgent({ ...connection, rejectUnauthorized: true }),
    },
    https: { rejectUnauthorized: true },
    headers: {
      "user-agent": userAgent,
      accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
      "accept-language": "fr",
      "accept-encoding": "gzip, br",
    },
    timeout: { request: timeoutMs },
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    // Left to decode-body.ts, which can stop a small body from becoming a huge one.
    decompress: false,
  });
  return async (url, validators) => {
    const stream = client.stream(url, { headers: conditionsOf(validators) });
    // Between the headers and the body nobody else listens; whoever reads next is told all the same.
    stream.on("error", () => undefined);
    const [{ statusCode = 0, headers }] = (await once(stream, "response")) as [IncomingMessage];
    try {
      // A 304 tells the length of the page it does not send.
      if (statusCode !== 304) checkAnnouncedSize(headers["content-length"], url, maxBytes);
      return { url, status: statusCode, headers, body: await readBody(stream, url, maxBytes) };
    } finally {
      stream.destroy();
    }
  };
}

function conditionsOf(validators: Validators | null): Record<string, string | undefined> {
  return {
    "if-none-match": validators?.etag ?? undefined,
    "if-modified-since": validators?.lastModified ?? undefined,
  };
}
