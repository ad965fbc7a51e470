import type { FastifyRequest } from "fastify";

/** The parameters an address was asked with, as they were given. */
export function parametersOf({ url }: Pick<FastifyRequest, "url">): URLSearchParams {
  // What the path is taken to be relative to does not matter: the parameters alone are looked at.
  return new URL(url, "http://localhost").searchParams;
}

/** The query part of an address, with its mark; empty where there is no parameter. */
export const queryOf = (parameters: URLSearchParams) =>
  parameters.size === 0 ? "" : `?${parameters.toString()}`;
