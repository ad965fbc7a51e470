import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { SessionReader } from "../../store/session-reader.ts";
import { dateReply } from "./last-modified.ts";
import { SessionList } from "./schemas/lists.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, dated } from "./schemas/responses.ts";

export interface SessionsRoutesOptions {
  readonly sessions: SessionReader;
  readonly questions: QuestionReader;
  readonly now: () => Date;
}

export const sessionsRoutes: FastifyPluginAsyncTypebox<SessionsRoutesOptions> = async (app, options) => {
  const { sessions, questions, now } = options;

  app.get(
    "/sessions",
    {
      schema: {
        operationId: "listSessions",
        tags: ["Sessions"],
        summary: "Les sessions parlementaires",
        description: "La plus récente d’abord, avec le nombre de ses questions par état.",
        querystring: NoQuery,
        response: { 200: dated("Les sessions", SessionList.ref), ...common },
      },
    },
    async (_request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return { items: await sessions.listSessions() };
    },
  );
};
