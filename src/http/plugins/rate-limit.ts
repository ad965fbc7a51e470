import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { TooManyRequestsError } from "../http-errors.ts";

const WINDOW_SECONDS = 60;

/** One household or office has a network of this size, and any number of addresses in it. */
const IPV6_PREFIX = 64;

/** How many clients are counted at once; the one that has asked nothing for longest is forgotten first. */
const MOST_CLIENTS = 20_000;

/**
 * Refuses a client that asks more than `perMinute` times within a minute, and tells every one how much it has left: in
 * the fields of the IETF draft as it stands, and in the three of its older versions, which more programs know. Routes
 * whose `config.rateLimit` is false are not counted. Must be called before the routes are added.
 */
export function limitRate(app: FastifyInstance, perMinute: number): void {
  app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: WINDOW_SECONDS * 1000,
    cache: MOST_CLIENTS,
    // A connection that is closed by now has no address.
    keyGenerator: ({ ip }) => rateLimit.normalizeIP(String(ip), IPV6_PREFIX),
  });
  app.after(() => {
    const count = app.createRateLimit();
    app.addHook("onRequest", async (request, reply) => {
      if (request.routeOptions.config.rateLimit === false) return;
      const counted = await count(request);
      if (counted.isAllowed) return;
      const { remaining, ttlInSeconds } = counted;
      reply.headers({
        "ratelimit-policy": `"default";q=${perMinute};w=${WINDOW_SECONDS}`,
        ratelimit: `"default";r=${remaining};t=${ttlInSeconds}`,
        "ratelimit-limit": perMinute,
        "ratelimit-remaining": remaining,
        "ratelimit-reset": ttlInSeconds,
      });
      if (counted.isExceeded) throw new TooManyRequestsError(perMinute, ttlInSeconds);
    });
  });
}
