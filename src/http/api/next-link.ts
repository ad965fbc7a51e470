import type { FastifyReply, FastifyRequest } from "fastify";

/** Where a list goes on: the parameter that says so, and its value. */
interface NextPage {
  readonly baseUrl: string;
  readonly parameter: string;
  readonly value: string | number;
}

/** Links a page of a list to the next one: the address asked for, filters and all, one page further. */
export function linkNext(
  request: FastifyRequest,
  reply: FastifyReply,
  { baseUrl, parameter, value }: NextPage,
): void {
  // A request may name a host of its own, which is not to be repeated to whoever follows the link.
  const { pathname, searchParams } = new URL(request.url, baseUrl);
  searchParams.set(parameter, String(value));
  reply.header("link", `<${baseUrl}${pathname}?${searchParams.toString()}>; rel="next"`);
}
