import type { FastifyInstance } from "fastify";
import { NotFoundError } from "../../errors.ts";
import { MethodNotAllowedError } from "../http-errors.ts";

/**
 * Refuses what no route answers, before any body is read: 405 where the address exists for other methods,
 * else 404. Must be called before the routes are added.
 */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    if (method === "OPTIONS") return;
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  app.addHook("onRequest", async (request) => {
    // The one route for OPTIONS stands for every address and answers none of its own.
    if (!request.is404 && request.method !== "OPTIONS") return;
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = [...methodsOf].find(([pattern]) => isMatch(pattern, path))?.[1];
    if (allowed !== undefined) throw new MethodNotAllowedError(request.method, [...allowed].sort());
    throw new NotFoundError("unknown_route", `Rien n’est servi à l’adresse ${path}`);
  });
}

/** Whether a path is one of a route's, `:name` standing for any one part, or for what stands before its ending. */
function isMatch(pattern: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = pattern.split("/");
  return (
    wanted.length === parts.length &&
    wanted.every((part, i) => (part.startsWith(":") ? hasEnding(parts[i], part) : part === parts[i]))
  );
}

/** Whether there is something before the ending of a pattern: `:id.atom` ends with `.atom`, `:id` with nothing. */
function hasEnding(part = "", pattern: string): boolean {
  const ending = /\..*$/.exec(pattern)?.[0] ?? "";
  return part.length > ending.length && part.endsWith(ending);
}
