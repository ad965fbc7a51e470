import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** One request and its answer, and the manners of the site. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly validators: "both" | "etag" | "lastModified" | "none";
  readonly isCompressed: boolean;
}

/** A page as it is stored, before it is compressed. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Null where nobody can tell. */
  readonly changedAt: Date | null;
  /** Where it leads, with a status of 3xx. */
  readonly location?: string;
}

export function htmlPage(html: string, about: Partial<Omit<Page, "bytes">> = {}): Page {
  const contentType = "text/html; charset=utf-8";
  return { status: 200, contentType, changedAt: null, ...about, bytes: Buffer.from(html) };
}

/** Sends a page, compressed where both sides wish it; or only says that it is the one the client has. */
export function sendPage(exchange: Exchange, page: Page): void {
  const { request, response } = exchange;
  const validators = page.status === 200 ? validatorsOf(page, exchange.validators) : {};
  if (isKnown(request.headers, validators)) {
    response.writeHead(304, validators).end();
    return;
  }
  const encoding = exchange.isCompressed ? acceptedEncoding(request.headers) : null;
  const bytes = encoding === null ? page.bytes : COMPRESS[encoding](page.bytes);
  response.writeHead(page.status, {
    ...validators,
    "Content-Type": page.contentType,
    "Content-Length": bytes.length,
    ...(page.location === undefined ? {} : { Location: page.location }),
    ...(exchange.isCompressed ? { Vary: "Accept-Encoding" } : {}),
    ...(encoding === null ? {} : { "Content-Encoding": encoding }),
  });
  response.end(bytes);
}

interface Validators extends OutgoingHttpHeaders {
  readonly ETag?: string;
  readonly "Last-Modified"?: string;
}

function validatorsOf({ bytes, changedAt }: Page, wanted: Exchange["validators"]): Validators {
  const hasEtag = wanted === "both" || wanted === "etag";
  const hasDate = changedAt !== null && (wanted === "both" || wanted === "lastModified");
  return {
    ...(hasEtag ? { ETag: `W/"${createHash("sha1").update(bytes).digest("base64url")}"` } : {}),
    ...(hasDate ? { "Last-Modified": changedAt.toUTCString() } : {}),
  };
}

/** If-None-Match silences If-Modified-Since (RFC 9110, 13.2.2). */
function isKnown(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  const etag = validators.ETag;
  const tags = headers["if-none-match"];
  if (tags !== undefined) return etag !== undefined && tags.split(",").map(opaque).includes(opaque(etag));
  const changed = Date.parse(validators["Last-Modified"] ?? "");
  return changed <= Date.parse(headers["if-modified-since"] ?? "");
}

const COMPRESS = {
  br: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (bytes: Buffer) => gzipSync(bytes, { level: 1 }),
};

function acceptedEncoding(headers: IncomingHttpHeaders): keyof typeof COMPRESS | null {
  const accepted = String(headers["accept-encoding"] ?? "")
    .split(",")
    .filter((entry) => !/;\s*q=0(?:\.0*)?\s*$/.test(entry))
    .map((entry) => entry.split(";", 1)[0]?.trim().toLowerCase());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : null;
}
