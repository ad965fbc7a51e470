import type { Readable } from "node:stream";
import { Type } from "typebox";

const HEADERS = {
  ETag: { type: "string", description: "À renvoyer dans « If-None-Match » : 304 si rien n’a changé" },
  "Last-Modified": { type: "string", description: "Date du dernier changement, pour « If-Modified-Since »" },
};

/** A file in another form than JSON, that can be revalidated by tag or by date. */
export function file(description: string, mediaType: string) {
  return {
    description,
    headers: HEADERS,
    content: { [mediaType]: { schema: Type.Unsafe<string | Readable>({ type: "string" }) } },
  };
}
