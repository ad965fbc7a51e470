import type { FastifyReply } from "fastify";
import { type CalendarDate, dateIn, SITE_TIME_ZONE, startOfDay } from "../../domain/calendar-date.ts";

/**
 * Dates an answer by its newest change. HTTP counts in whole seconds, so a change of the present second is
 * not yet told: another one could follow within it, and a client would then take the older answer for the
 * newer one.
 */
export function dateReply(reply: FastifyReply, modifiedAt: Date | null, now: Date): void {
  if (modifiedAt === null || secondOf(modifiedAt) >= secondOf(now)) return;
  reply.header("last-modified", modifiedAt.toUTCString());
}

/**
 * Dates an answer that tells lateness: that changes at midnight in Brussels, so the answer is no older than the present
 * day, whenever its newest record changed. Gives that day.
 */
export function dateReplyOfToday(reply: FastifyReply, modifiedAt: Date | null, now: Date): CalendarDate {
  const today = dateIn(now, SITE_TIME_ZONE);
  const midnight = startOfDay(today, SITE_TIME_ZONE);
  dateReply(reply, modifiedAt !== null && modifiedAt < midnight ? midnight : modifiedAt, now);
  return today;
}

const secondOf = (instant: Date) => Math.floor(instant.getTime() / 1000);
