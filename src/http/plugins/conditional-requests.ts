import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Answers 304 where the client already holds what would be sent (RFC 9110, 13.2.2), and has caches ask again
 * each time where the route says nothing else. An `onSend` hook, to run after the one that gives the tag.
 */
export async function answerConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!reply.hasHeader("cache-control")) {
    reply.header("cache-control", reply.statusCode < 400 ? "no-cache" : "no-store");
  }
  if (!isRead || reply.statusCode !== 200) {
    reply.removeHeader("etag");
    return payload;
  }
  // A 304 is never compressed, so nothing else would say that the tag stands for either form.
  reply.header("vary", "accept-encoding");
  if (!isHeld(request, reply)) return payload;
  reply.code(304).removeHeader("content-type");
  return "";
}

/** `If-None-Match` alone decides where it is given: a date is too coarse to overrule a tag. */
function isHeld(request: FastifyRequest, reply: FastifyReply): boolean {
  const held = request.headers["if-none-match"];
  if (held !== undefined)
    return held.trim() === "*" || tagsOf(held).includes(opaque(reply.getHeader("etag")));
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  return since >= Date.parse(String(reply.getHeader("last-modified")));
}

const tagsOf = (list: string) => list.split(",").map(opaque);

/** The tag without its weakness mark: for reading, weak and strong compare alike. */
const opaque = (tag: unknown) => String(tag).trim().replace(/^W\//, "");
