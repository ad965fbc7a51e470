import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { DeclaredTable } from "./declared-tables.ts";
import { badDump } from "./dump-refusal.ts";

/** A line of a dump, with its place. */
export interface DumpLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** Several times the longest page there can be. */
const LONGEST_LINE_BYTES = 32 * 1024 * 1024;

const NEW_LINE = 0x0a;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The lines of a file of a dump, one after the other; however much it would expand to, no more than the package says is
 * ever expanded.
 * @throws {DumpRefusal} `bad_dump`: no gzip or cut off, more or fewer lines or bytes than the package says, not UTF-8
 */
export async function* readLines(
  folder: string,
  { file, rows, expandedBytes }: DeclaredTable,
): AsyncGenerator<DumpLine> {
  let [number, expanded, pendingBytes] = [1, 0, 0];
  let pending: Buffer[] = [];
  const lineOf = (end: Buffer): DumpLine => {
    if (number > rows) throw badDump(`il a plus de lignes que les ${rows} du paquet.`, { file });
    const text = decode(Buffer.concat([...pending, end]), { file, line: number });
    [pending, pendingBytes] = [[], 0];
    return { number: number++, text };
  };
  for await (const chunk of expand(join(folder, file), file)) {
    expanded += chunk.length;
    if (expanded > expandedBytes) {
      throw badDump(`décomprimé, il a plus d’octets que les ${expandedBytes} du paquet.`, { file });
    }
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end !== -1; end = chunk.indexOf(NEW_LINE, from)) {
      yield lineOf(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from === chunk.length) continue;
    pending.push(chunk.subarray(from));
    pendingBytes += chunk.length - from;
    if (pendingBytes > LONGEST_LINE_BYTES) {
      throw badDump(`la ligne a plus de ${LONGEST_LINE_BYTES} octets.`, { file, line: number });
    }
  }
  if (pendingBytes > 0) throw badDump("la ligne n’a pas de fin.", { file, line: number });
  if (number - 1 !== rows) throw badDump(`il a ${number - 1} lignes, et non ${rows}.`, { file });
  if (expanded !== expandedBytes) {
    throw badDump(`décomprimé, il a ${expanded} octets, et non ${expandedBytes}.`, { file });
  }
}

async function* expand(path: string, file: string): AsyncGenerator<Buffer> {
  try {
    // What breaks either of the two comes out of the iteration.
    yield* pipeline(createReadStream(path), createGunzip(), () => undefined) as AsyncIterable<Buffer>;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw cause;
    throw badDump("ce n’est pas un fichier gzip entier.", { file }, cause);
  }
}

function decode(bytes: Buffer, place: { readonly file: string; readonly line: number }): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw badDump("ce n’est pas de l’UTF-8.", place, cause);
  }
}
