import cors from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** False: pages of other sites may not read the answer. */
    cors?: false;
  }
}

const READING = ["GET", "HEAD"];

/** What a program in a web page may send along; no `Content-Type`, which only writing needs. */
const ALLOWED_HEADERS = ["Cache-Control", "If-Modified-Since", "If-None-Match", "If-Range", "Range"];

/** What such a program may see of an answer, beside what every browser shows. */
const EXPOSED_HEADERS = [
  "Accept-Ranges",
  "Content-Disposition",
  "Content-Range",
  "ETag",
  "Last-Modified",
  "Link",
  "RateLimit",
  "RateLimit-Limit",
  "RateLimit-Policy",
  "RateLimit-Remaining",
  "RateLimit-Reset",
  "Retry-After",
];

const A_DAY_IN_SECONDS = 86_400;

/**
 * Lets programs in the pages of any site read what is read here, refusals included, without credentials. Addresses that
 * are written to stay closed to them. Must be called before the routes are added.
 */
export function openToEveryOrigin(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    const isRead = [route.method].flat().some((method) => [...READING, "OPTIONS"].includes(method));
    if (!isRead) route.config = { ...route.config, cors: false };
  });
  app.register(cors, {
    origin: "*",
    methods: READING,
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: A_DAY_IN_SECONDS,
    // The plugin would take every OPTIONS for the question of a browser: which ones are is told below.
    preflightContinue: true,
    strictPreflight: false,
  });
  app.after(() => {
    app.addHook("onRequest", async (request, reply) => {
      if (isPreflight(request)) return reply.code(204).send();
    });
  });
}

/** Whether a browser asks if a page of another site may read. */
function isPreflight({ method, headers }: FastifyRequest): boolean {
  const wanted = headers["access-control-request-method"] ?? "";
  return method === "OPTIONS" && headers.origin !== undefined && READING.includes(wanted);
}
