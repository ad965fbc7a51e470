import { isUtf8 } from "node:buffer";
import { getEncoding } from "encoding-sniffer";
import { ParseError } from "../../errors.ts";

/** More than any page of a question, annexes being apart; what is longer is not read. */
export const MAX_PAGE_BYTES = 5 * 1024 * 1024;

/** The common case, settled without sniffing: a document that says it is in UTF-8, and is. */
const DECLARES_UTF8 = /<meta[^>]{0,80}charset=["']?utf-8["'\s/>;]/i;
const HEAD_LENGTH = 900;
/** Control characters: all that lies below the space and is no blank. */
const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** What `é`, `à` and `’` in UTF-8 look like when they are read as windows-1252. */
const MOJIBAKE = /Ã[\x80-\xbf\u0152-\u2122]|â€/;

/** A label no page carries: the sniffer answers it where nothing names an encoding. */
const UNNAMED = "x-user-defined";

/**
 * Bytes to text. The charset of the Content-Type header is trusted first, then a byte order mark or the meta
 * tag; where nothing names an encoding, UTF-8 if the bytes allow it, else windows-1252 (the site of 2011 was
 * ISO-8859-1, which browsers read so).
 * @throws {ParseError} `unreadable`: empty, too large, binary, or bytes that are not in the encoding they
 * name
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string {
  if (bytes.length === 0) throw new ParseError("unreadable", "fichier vide");
  if (bytes.length > MAX_PAGE_BYTES) {
    throw new ParseError("unreadable", `page de ${bytes.length} octets : plus de ${MAX_PAGE_BYTES}, non lue`);
  }
  const label = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1];
  const utf8 = label === undefined && isUtf8(bytes) ? new TextDecoder().decode(bytes) : null;
  if (utf8 !== null && DECLARES_UTF8.test(utf8.slice(0, HEAD_LENGTH))) return utf8;

  const text = decodeBySigns(bytes, label);
  if (!/\S/.test(text)) throw new ParseError("unreadable", "page sans aucun texte");
  if (isBinary(text)) throw new ParseError("unreadable", "fichier binaire : ni HTML ni texte");
  return text;
}

function decodeBySigns(bytes: Uint8Array, label: string | undefined): string {
  const encoding = getEncoding(bytes, {
    defaultEncoding: UNNAMED,
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
  });
  if (encoding === UNNAMED) return findUtf8(bytes) ?? decodeAs("windows-1252", bytes);
  const text = decodeAs(encoding, bytes);
  // Any bytes are windows-1252, so that the wrong name goes unnoticed there; but no French text is UTF-8 by
  // accident.
  if (MOJIBAKE.test(text) && findUtf8(bytes) !== null) {
    throw new ParseError("unreadable", `les octets sont en UTF-8, et non en ${encoding}, l’encodage annoncé`);
  }
  return text;
}

function findUtf8(bytes: Uint8Array): string | null {
  try {
    return decodeAs("utf-8", bytes);
  } catch {
    return null;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    // As a stream, a character cut by the end of the bytes is left out instead of making all of them
    // unreadable.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    const message = `les octets ne sont pas en ${encoding}, l’encodage annoncé`;
    throw new ParseError("unreadable", message, { cause });
  }
}

/** Control characters that no text holds: one in a hundred characters, or any NUL, near the beginning. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, HEAD_LENGTH);
  if (!CONTROL.test(sample)) return false;
  return sample.includes("\0") || (sample.split(CONTROL).length - 1) * 100 > sample.length;
}
