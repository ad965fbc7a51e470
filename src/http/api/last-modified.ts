import type { FastifyReply } from "fastify";

/**
 * Dates an answer by its newest change. HTTP counts in whole seconds, so a change of the present second is
 * not yet told: another one could follow within it, and a client would then take the older answer for the
 * newer one.
 */
export function dateReply(reply: FastifyReply, modifiedAt: Date | null, now: Date): void {
  if (modifiedAt === null || secondOf(modifiedAt) >= secondOf(now)) return;
  reply.header("last-modified", modifiedAt.toUTCString());
}

const secondOf = (instant: Date) => Math.floor(instant.getTime() / 1000);
