import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** What a compressed file came to. */
export interface CompressedFile {
  readonly bytes: number;
  /** Before compression. */
  readonly expandedBytes: number;
  /** Of the file, in lower-case hex. */
  readonly sha256: string;
}

/**
 * Writes text into a new file, compressed, as fast as the text is made, and sees to it that it is on the disk.
 * @throws {Error} where the file is there already, or `stopping` is aborted
 */
export async function writeCompressed(
  path: string,
  texts: AsyncIterable<string>,
  stopping?: AbortSignal,
): Promise<CompressedFile> {
  const hash = createHash("sha256");
  let [bytes, expandedBytes] = [0, 0];
  async function* encoded(): AsyncGenerator<Buffer> {
    for await (const text of texts) {
      const piece = Buffer.from(text);
      expandedBytes += piece.length;
      yield piece;
    }
  }
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: "wx", flush: true });
  await pipeline(encoded, createGzip(), counted, file, stopping === undefined ? {} : { signal: stopping });
  return { bytes, expandedBytes, sha256: hash.digest("hex") };
}
