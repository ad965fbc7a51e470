import { Type } from "typebox";

type Headers = Readonly<Record<string, string>>;

/** An answer that is no JSON but text, and the headers it carries, each with what it says. */
export function plainText(description: string, headers: Headers = {}) {
  return {
    description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, says]) => [name, { type: "string", description: says }]),
    ),
    content: { "text/plain": { schema: Type.Unsafe<string | Uint8Array>({ type: "string" }) } },
  };
}
