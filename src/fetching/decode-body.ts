import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { FetchError } from "../errors.ts";
import type { Answer } from "./exchange.ts";
import { pageTooLarge } from "./read-body.ts";

type Decode = (bytes: Uint8Array, limits: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const decodeGzip: Decode = promisify(gunzip);

/** By name in Content-Encoding. */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ["gzip", decodeGzip],
  ["x-gzip", decodeGzip],
  ["br", promisify(brotliDecompress)],
  ["deflate", decodeDeflate],
]);

/**
 * The bytes of an answer without their Content-Encoding; an empty body is empty under any. Never more than
 * `maxBytes` are made, whatever a few bytes would unfold to.
 * @throws {FetchError} `page_too_large`; `bad_encoding` for broken data or an encoding we do not know
 */
export async function decodeBody({ url, headers, body }: Answer, maxBytes: number): Promise<Uint8Array> {
  const encodings = (headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  let bytes = body;
  if (bytes.length === 0) return bytes;
  // The header names them in the order in which they were put on.
  for (const encoding of encodings.reverse()) {
    const decode = DECODERS.get(encoding);
    if (decode === undefined) throw badEncoding(url, encoding);
    try {
      bytes = await decode(bytes, { maxOutputLength: maxBytes });
    } catch (cause) {
      throw isTooLarge(cause) ? pageTooLarge(url, maxBytes) : badEncoding(url, encoding, cause);
    }
  }
  return bytes;
}

const decodeZlib: Decode = promisify(inflate);
const decodeBare: Decode = promisify(inflateRaw);

/** Some servers leave out the zlib header of `deflate` (RFC 9110, 8.4.1.2), whose first byte ends in 8. */
async function decodeDeflate(bytes: Uint8Array, limits: Parameters<Decode>[1]): Promise<Uint8Array> {
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8;
  return hasHeader ? decodeZlib(bytes, limits) : decodeBare(bytes, limits);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

function badEncoding(url: URL, encoding: string, cause?: unknown): FetchError {
  const fault = cause === undefined ? "inconnue" : "abîmée";
  return new FetchError(
    "bad_encoding",
    `${url.href} : la page est illisible, sa compression « ${encoding} » est ${fault}.`,
    { url: url.href, encoding },
    { cause },
  );
}
