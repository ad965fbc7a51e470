import { readFileSync, statSync } from "node:fs";
import { stdin } from "node:process";
import { ParseError } from "../errors.ts";
import { MAX_PAGE_BYTES } from "../sources/shared/decode-page.ts";
import { STDIN } from "./find-files.ts";

/**
 * The bytes of one file, or of standard input for `-`.
 * @throws {ParseError} `unreadable`: the file is missing, may not be read, or is larger than a page can be
 */
export async function readPageFile(file: string): Promise<Uint8Array> {
  if (file === STDIN) return readStdin();
  try {
    // At once: for files this small, opening and closing them asynchronously takes longer than reading them.
    const { size } = statSync(file);
    if (size > MAX_PAGE_BYTES) throw tooLarge(size);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof ParseError) throw cause;
    throw new ParseError("unreadable", `${reasonOf(cause)} : vérifiez le chemin et les droits`, { cause });
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > MAX_PAGE_BYTES) throw tooLarge(size);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (size: number) =>
  new ParseError("unreadable", `page de ${size} octets ou plus : la limite est de ${MAX_PAGE_BYTES}`);

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "fichier introuvable",
  EACCES: "lecture interdite",
  EISDIR: "c’est un dossier",
};

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? `lecture impossible (${code})`;
}
