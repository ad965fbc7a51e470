import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { EventReader, StoredEvent } from "../../store/event-reader.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { questionUrl, type Site } from "./addresses.ts";
import { dateReply } from "./last-modified.ts";
import { linkNext } from "./next-link.ts";
import { EVENT_KINDS, EventList, type EventListJson, EventQuery } from "./schemas/event.ts";
import { common, paged } from "./schemas/responses.ts";

export interface EventsRoutesOptions extends Site {
  readonly events: EventReader;
  readonly questions: QuestionReader;
  readonly now: () => Date;
}

export const eventsRoutes: FastifyPluginAsyncTypebox<EventsRoutesOptions> = async (app, options) => {
  const { events, questions, baseUrl, now } = options;

  app.get(
    "/events",
    {
      schema: {
        operationId: "listEvents",
        tags: ["Questions"],
        summary: "Le fil de ce qui arrive",
        description:
          "Tout ce qui est arrivé aux questions, dans l’ordre où Vigie l’a constaté ; rien n’y est jamais changé ni " +
          "retiré, et les nouveautés viennent à la fin. Pour se tenir à jour : lire à partir de « after=0 », puis " +
          "revenir avec le « page.next » reçu. Les évènements des pages fictives du premier démarrage s’en vont avec " +
          "elles, sans que leurs numéros resservent.",
        querystring: EventQuery,
        response: { 200: paged("Une page du fil", EventList.ref), ...common },
      },
    },
    async (request, reply) => {
      const { after, limit, kind } = request.query;
      const asked = kind?.split(",");
      const kinds = asked && EVENT_KINDS.filter((known) => asked.includes(known));
      // Read before the page: something that happens between the two must not be dated as if the page showed it.
      dateReply(reply, later(await events.findNewestInstant(), await questions.findNewestChange()), now());
      const { items, hasMore } = await events.listEvents({ after, limit, kinds });
      const next = items.at(-1)?.id ?? after;
      if (hasMore) linkNext(request, reply, { baseUrl, parameter: "after", value: next });
      return { items: items.map((event) => eventJson(event, options)), page: { next, hasMore } };
    },
  );
};

function eventJson(event: StoredEvent, site: Site): EventListJson["items"][number] {
  const { sourceId, title } = event.question;
  return {
    ...event,
    recordedAt: event.recordedAt.toISOString(),
    question: { id: questionIdOf(site.parliament, sourceId), url: questionUrl(site, sourceId), title },
  };
}

/** Titles and ids of questions change as well, without an event. */
function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
