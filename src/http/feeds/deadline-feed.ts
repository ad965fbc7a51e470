import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { addDays, SITE_TIME_ZONE, startOfDay } from "../../domain/calendar-date.ts";
import type { FeedReader } from "../../store/feed-reader.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { Site } from "../api/addresses.ts";
import { dateReplyOfToday } from "../api/last-modified.ts";
import { parametersOf, queryOf } from "../api/parameters.ts";
import { type FilterSources, readFilter } from "../api/question-query.ts";
import { common, file, unknownName } from "../api/schemas/responses.ts";
import { askedFilterWords } from "./asked-filter.ts";
import { calendarOf } from "./calendar.ts";
import { DeadlineQuery } from "./feed-query.ts";
import { linkHeader } from "./feed-links.ts";

export interface DeadlineFeedRoutesOptions extends Site, FilterSources {
  readonly feeds: FeedReader;
  readonly questions: QuestionReader;
  readonly answerCalendar: AnswerCalendar;
}

const PATH = "/feeds/deadlines.ics";

/** Of either kind; more would be slow to read for calendar programs, which fetch all of it each time. */
const MOST_DEADLINES = 1000;

/** How long a deadline that was met or dropped is told as cancelled. */
const CANCELLED_FOR_DAYS = 90;

export const deadlineFeedRoutes: FastifyPluginAsyncTypebox<DeadlineFeedRoutesOptions> = async (
  app,
  options,
) => {
  const { feeds, questions, baseUrl, now } = options;

  app.get(
    PATH,
    {
      schema: {
        operationId: "getDeadlineCalendar",
        tags: ["Questions"],
        summary: "Les dates limites, pour un agenda (iCalendar)",
        description:
          "Le dernier jour pour répondre à chaque question qui attend une réponse, en un évènement d’une journée, " +
          "déplacé quand la date change. Ce qui a été répondu, ou converti, depuis moins de " +
          `${CANCELLED_FOR_DAYS} jours y est annulé, quel que soit l’état demandé. Au plus ${MOST_DEADLINES} dates, ` +
          "les dernières d’abord, et autant d’annulations. Les dates sont indicatives tant que la règle n’est pas " +
          "vérifiée.",
        querystring: DeadlineQuery,
        response: {
          200: file("L’agenda", "text/calendar"),
          404: unknownName,
          ...common,
        },
      },
    },
    async (request, reply) => {
      const understood = await readFilter(request.query, options);
      // Read before the deadlines: a change between the two must not be dated as if they showed it.
      const today = dateReplyOfToday(reply, await questions.findNewestChange(), now());
      const settledSince = startOfDay(addDays(today, -CANCELLED_FOR_DAYS), SITE_TIME_ZONE);
      const deadlines = await feeds.listDeadlines(understood.filter, { limit: MOST_DEADLINES, settledSince });
      const query = queryOf(parametersOf(request));
      const self = `${baseUrl}${PATH}${query}`;
      reply.header(
        "link",
        linkHeader([
          { rel: "self", href: self, type: "text/calendar" },
          { rel: "alternate", href: `${baseUrl}/questions${query}`, type: "text/html" },
        ]),
      );
      const filter = askedFilterWords(understood);
      const calendar = calendarOf(deadlines, { ...options, filter, limit: MOST_DEADLINES, self });
      return reply.type("text/calendar; charset=utf-8").send(calendar);
    },
  );
};
