import type { FastifyPluginAsync } from "fastify";
import { type DeadlineFeedRoutesOptions, deadlineFeedRoutes } from "./deadline-feed.ts";
import { type EventFeedsRoutesOptions, eventFeedsRoutes } from "./event-feeds.ts";
import { type QuestionFeedsRoutesOptions, questionFeedsRoutes } from "./question-feeds.ts";

export type FeedsRoutesOptions = QuestionFeedsRoutesOptions &
  EventFeedsRoutesOptions &
  DeadlineFeedRoutesOptions;

/** What can be subscribed to: questions, events, deadlines. */
export const feedsRoutes: FastifyPluginAsync<FeedsRoutesOptions> = async (app, options) => {
  app.register(questionFeedsRoutes, options);
  app.register(eventFeedsRoutes, options);
  app.register(deadlineFeedRoutes, options);
};
