import { FetchError } from "../errors.ts";

/**
 * @throws {FetchError} `page_too_large` where Content-Length alone says so; an unreadable one says nothing
 */
export function checkAnnouncedSize(contentLength: string | undefined, url: URL, maxBytes: number): void {
  if (Number(contentLength) > maxBytes) throw pageTooLarge(url, maxBytes);
}

/**
 * Reads a stream to its end, or to the byte that is too many: the rest is not read, the stream is destroyed.
 * @throws {FetchError} `page_too_large`
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  url: URL,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw pageTooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function pageTooLarge(url: URL, maxBytes: number): FetchError {
  return new FetchError(
    "page_too_large",
    `${url.href} : la page dépasse ${maxBytes} octets, la lecture a été arrêtée.`,
    { url: url.href, maxBytes },
  );
}
