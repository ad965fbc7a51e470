import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { EventReader } from "../../store/event-reader.ts";
import type { FeedReader } from "../../store/feed-reader.ts";
import { type FeedEventKind, type FeedEventRequest, NEWEST_EVENT } from "../../store/feeds/event-page.ts";
import { dateReplyOfToday } from "../api/last-modified.ts";
import {
  findOrRedirect,
  notUnderThisId,
  questionId,
  type QuestionRegister,
} from "../api/question-address.ts";
import { type FilterSources, readFilter } from "../api/question-query.ts";
import { common, unknownName } from "../api/schemas/responses.ts";
import { answerWithFeed } from "./answer-with-feed.ts";
import { askedFilterWords } from "./asked-filter.ts";
import { type EntryContext, EVENT_WORDS, eventEntry } from "./entries.ts";
import { encodeEventCursor, parseEventCursor } from "./feed-cursors.ts";
import { FEED_FORMATS, FORMATS } from "./feed-formats.ts";
import { EventFeedQuery, kindsOf, OwnEventFeedQuery } from "./feed-query.ts";
import { feedResponse } from "./feed-response.ts";

export interface EventFeedsRoutesOptions extends EntryContext, FilterSources, QuestionRegister {
  readonly feeds: FeedReader;
  readonly events: EventReader;
}

const PATH = "/feeds/events";
const QUESTION_PATH = "/feeds/questions/";

/** Not that of a feed of questions, whose filter may be the same. */
const HEADING = "Vigie · évènements";

const PAGING = "Le lien « next » mène aux plus anciens (RFC 5005).";

export const eventFeedsRoutes: FastifyPluginAsyncTypebox<EventFeedsRoutesOptions> = async (app, options) => {
  const { feeds, events, questions, parliament, baseUrl, now } = options;

  /** Events and questions change apart: an event may leave its question as it is, and the other way round. */
  const dateByNewest = async (reply: FastifyReply) => {
    const instants = [await events.findNewestInstant(), await questions.findNewestChange()];
    const changedAt = instants.reduce((one, other) =>
      (other?.getTime() ?? 0) > (one?.getTime() ?? 0) ? other : one,
    );
    return { changedAt, today: dateReplyOfToday(reply, changedAt, now()) };
  };

  const readPage = async (query: PageQuery, asked: Omit<FeedEventRequest, "from" | "limit" | "kinds">) => {
    const { limit, cursor } = query;
    const from = cursor === undefined ? NEWEST_EVENT : parseEventCursor(cursor);
    const kinds = kindsOf(query.kind);
    const { items, next } = await feeds.listEvents({ ...asked, kinds, from, limit });
    return {
      entries: items.map((event) => eventEntry(event, options)),
      nextCursor: next === null ? null : encodeEventCursor(next),
      told: query.kind === undefined ? "Tout ce qui arrive." : kindWords(kinds),
    };
  };

  for (const format of FEED_FORMATS) {
    const { name, operation } = FORMATS[format];
    app.get(
      `${PATH}.${format}`,
      {
        schema: {
          operationId: `getEventFeed${operation}`,
          tags: ["Questions"],
          summary: `S’abonner à ce qui arrive (${name})`,
          description:
            "Dépôts, réponses, corrections et dates limites dépassées des questions que donnent les filtres, une " +
            "entrée par évènement, le dernier constaté d’abord. Une date limite est dépassée le lendemain à minuit, à " +
            `Bruxelles, à titre indicatif tant que la règle n’est pas vérifiée. ${PAGING}`,
          querystring: EventFeedQuery,
          response: {
            200: feedResponse(format, "Une page du fil"),
            404: unknownName,
            ...common,
          },
        },
      },
      async (request, reply) => {
        const understood = await readFilter(request.query, options);
        const { changedAt, today } = await dateByNewest(reply);
        const page = await readPage(request.query, { filter: understood.filter, today });
        const feed = answerWithFeed(request, reply, {
          ...page,
          parliament,
          baseUrl,
          path: PATH,
          homePath: "/questions",
          format,
          changedAt,
          heading: HEADING,
          filter: askedFilterWords(understood),
        });
        return reply.send(feed);
      },
    );

    app.get(
      `${QUESTION_PATH}:id.${format}`,
      {
        schema: {
          operationId: `getOwnEventFeed${operation}`,
          tags: ["Questions"],
          summary: `S’abonner à une question (${name})`,
          description: `Tout ce qui arrive à une question, le dernier évènement d’abord. ${PAGING}`,
          params: Type.Object(questionId),
          querystring: OwnEventFeedQuery,
          response: { 200: feedResponse(format, "Une page du fil"), ...notUnderThisId, ...common },
        },
      },
      async (request, reply) => {
        const question = await findOrRedirect(options, request, reply, feeds.findQuestion);
        if (question === null) return reply;
        const { sourceId, firstSourceId, title } = question;
        const { changedAt, today } = await dateByNewest(reply);
        const page = await readPage(request.query, { filter: {}, sourceId, today });
        const id = encodeURIComponent(questionIdOf(parliament, sourceId));
        const feed = answerWithFeed(request, reply, {
          ...page,
          parliament,
          baseUrl,
          format,
          changedAt,
          heading: HEADING,
          path: `${QUESTION_PATH}${id}`,
          idPath: `${QUESTION_PATH}${encodeURIComponent(questionIdOf(parliament, firstSourceId))}`,
          homePath: `/questions/${id}`,
          filter: `Question «\u00a0${title}\u00a0»`,
        });
        return reply.send(feed);
      },
    );
  }
};

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly kind?: string;
}

const inFrench = new Intl.ListFormat("fr", { type: "conjunction" });

/** « Seulement : réponse et correction. » */
function kindWords(kinds: readonly FeedEventKind[]): string {
  return `Seulement\u00a0: ${inFrench.format(kinds.map((kind) => `«\u00a0${EVENT_WORDS[kind]}\u00a0»`))}.`;
}
