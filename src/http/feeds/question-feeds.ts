import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FeedReader } from "../../store/feed-reader.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { dateReplyOfToday } from "../api/last-modified.ts";
import { type FilterSources, readFilter } from "../api/question-query.ts";
import { common, unknownName } from "../api/schemas/responses.ts";
import { answerWithFeed } from "./answer-with-feed.ts";
import { askedFilterWords } from "./asked-filter.ts";
import { type EntryContext, questionEntry } from "./entries.ts";
import { encodeQuestionCursor, parseQuestionCursor } from "./feed-cursors.ts";
import { FEED_FORMATS, FORMATS } from "./feed-formats.ts";
import { QuestionFeedQuery } from "./feed-query.ts";
import { feedResponse } from "./feed-response.ts";

export interface QuestionFeedsRoutesOptions extends EntryContext, FilterSources {
  readonly feeds: FeedReader;
  readonly questions: QuestionReader;
}

const PATH = "/feeds/questions";

export const questionFeedsRoutes: FastifyPluginAsyncTypebox<QuestionFeedsRoutesOptions> = async (
  app,
  options,
) => {
  const { feeds, questions, parliament, baseUrl, now } = options;

  for (const format of FEED_FORMATS) {
    const { name, operation } = FORMATS[format];
    app.get(
      `${PATH}.${format}`,
      {
        schema: {
          operationId: `getQuestionFeed${operation}`,
          tags: ["Questions"],
          summary: `S’abonner à des questions (${name})`,
          description:
            "Les questions que donnent les filtres, la dernière déposée d’abord, chacune avec son texte et ses " +
            "réponses. Une réponse ou une correction change « updated », jamais l’identifiant. Le lien « next » mène " +
            "aux plus anciennes (RFC 5005) ; ce qui arrive entre deux pages ne fait ni sauter ni répéter une question.",
          querystring: QuestionFeedQuery,
          response: {
            200: feedResponse(format, "Une page du fil"),
            404: unknownName,
            ...common,
          },
        },
      },
      async (request, reply) => {
        const { limit, cursor } = request.query;
        const after = cursor === undefined ? null : parseQuestionCursor(cursor);
        const understood = await readFilter(request.query, options);
        // Read before the page: a change between the two must not be dated as if the page showed it.
        const changedAt = await questions.findNewestChange();
        dateReplyOfToday(reply, changedAt, now());
        const { items, next } = await feeds.listQuestions(understood.filter, { after, limit });
        const feed = answerWithFeed(request, reply, {
          parliament,
          baseUrl,
          path: PATH,
          homePath: "/questions",
          format,
          changedAt,
          heading: "Vigie",
          nextCursor: next === null ? null : encodeQuestionCursor(next),
          entries: items.map((question) => questionEntry(question, options)),
          filter: askedFilterWords(understood),
          told: null,
        });
        return reply.send(feed);
      },
    );
  }
};
