import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { SessionReader } from "../../store/session-reader.ts";
import { dateReply } from "./last-modified.ts";
import { answerWithPage, type QuestionListing } from "./question-list.ts";
import { QuestionList, Session, SessionList } from "./schemas/lists.ts";
import { NoQuery, SessionAddress, SessionQuestionQuery } from "./schemas/question-query.ts";
import { common, dated, paged, problem } from "./schemas/responses.ts";
import { getSession } from "./session-names.ts";

export interface SessionsRoutesOptions extends QuestionListing {
  readonly sessions: SessionReader;
}

const unknownSession = problem(
  "Aucune question n’a été posée dans une telle session ; « suggestions » propose les noms voisins",
);

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

  app.get(
    "/sessions/:session",
    {
      schema: {
        operationId: "getSession",
        tags: ["Sessions"],
        summary: "Une session parlementaire",
        description: "Le nombre de ses questions par état, la première et la dernière.",
        params: SessionAddress,
        querystring: NoQuery,
        response: { 200: dated("La session", Session.ref), 404: unknownSession, ...common },
      },
    },
    async (request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return getSession(sessions, request.params.session);
    },
  );

  app.get(
    "/sessions/:session/questions",
    {
      schema: {
        operationId: "listSessionQuestions",
        tags: ["Sessions"],
        summary: "Les questions d’une session",
        description: "Comme la liste de toutes les questions, avec les mêmes filtres.",
        params: SessionAddress,
        querystring: SessionQuestionQuery,
        response: { 200: paged("Une page de questions", QuestionList.ref), 404: unknownSession, ...common },
      },
    },
    (request, reply) => answerWithPage(options, request, reply, { session: request.params.session }),
  );
};
