import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Whether a cache may show an answer again: a round brings news every half hour, and two minutes later nobody is to be
 * shown what was there before. See docs/decisions/0019-open-for-reading-within-limits.md.
 */
const FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=60";

/**
 * Answers 304 where the client already holds what would be sent (RFC 9110, 13.2.2), and tells caches how long an answer
 * keeps where the route says nothing else. An `onSend` hook, to run after the one that gives the tag.
 */
export async function answerConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!reply.hasHeader("cache-control")) {
    reply.header("cache-control", cachingOf(reply.statusCode));
  }
  // A part of a file goes by the tag of the whole.
  const isShown = reply.statusCode === 200 || reply.statusCode === 206;
  if (!isRead || !isShown) {
    reply.removeHeader("etag");
    return payload;
  }
  // A 304 is never compressed, so nothing else would say that the tag stands for either form.
  reply.header("vary", "accept-encoding");
  if (!isHeld(request, reply)) return request.method === "HEAD" ? headOf(payload) : payload;
  if (payload instanceof Readable) payload.destroy();
  reply.code(304);
  for (const name of ["content-type", "content-length", "content-range"]) reply.removeHeader(name);
  return "";
}

/** Nobody reads to its end what HEAD does not show: it may be everything there is in the database. */
function headOf(payload: unknown): unknown {
  if (!(payload instanceof Readable)) return payload;
  payload.destroy();
  return Readable.from([]);
}

function cachingOf(status: number): string {
  if (status === 200) return FOR_A_MINUTE;
  return status < 400 ? "no-cache" : "no-store";
}

/** `If-None-Match` alone decides where it is given: a date is too coarse to overrule a tag. */
function isHeld(request: FastifyRequest, reply: FastifyReply): boolean {
  const held = request.headers["if-none-match"];
  const tag = reply.getHeader("etag");
  if (held !== undefined)
    return held.trim() === "*" || (tag !== undefined && tagsOf(held).includes(opaque(tag)));
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  return since >= Date.parse(String(reply.getHeader("last-modified")));
}

const tagsOf = (list: string) => list.split(",").map(opaque);

/** The tag without its weakness mark: for reading, weak and strong compare alike. */
const opaque = (tag: unknown) => String(tag).trim().replace(/^W\//, "");
