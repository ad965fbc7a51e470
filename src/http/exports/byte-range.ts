import type { IncomingHttpHeaders } from "node:http";

/** A part of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** How a file is told from an earlier one under its address. */
export interface FileValidators {
  readonly etag: string;
  readonly lastModified: Date;
}

/**
 * The one part of a file that a GET asks for (RFC 9110, 14.2); null where all of it is to be sent: none is asked for,
 * several are, it is none that the file has, or it is to follow a part of another file.
 */
export function findByteRange(
  { range, "if-range": condition }: IncomingHttpHeaders,
  size: number,
  { etag, lastModified }: FileValidators,
): ByteRange | null {
  const isSame = condition === undefined || condition === etag || condition === lastModified.toUTCString();
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if (!isSame || (from === "" && to === "")) return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : null;
}
