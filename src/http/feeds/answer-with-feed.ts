import type { FastifyReply, FastifyRequest } from "fastify";
import { fromTo } from "../../domain/filter-words.ts";
import { parametersOf } from "../api/parameters.ts";
import type { JsonFeedJson } from "../api/schemas/json-feed.ts";
import { atomOf } from "./atom.ts";
import { type Span, spanOf, type FeedEntry, newestUpdate } from "./feed.ts";
import { type FeedFormat, FORMATS } from "./feed-formats.ts";
import { feedId } from "./feed-ids.ts";
import { feedLinksOf, type FeedPlace, linkHeader } from "./feed-links.ts";
import { jsonFeedOf } from "./json-feed.ts";

/** What a page of a feed is made of. */
export interface FeedParts extends FeedPlace {
  readonly parliament: string;
  readonly entries: readonly FeedEntry[];
  /** What the title begins with: « Vigie ». */
  readonly heading: string;
  /** Which questions are meant, in French. */
  readonly filter: string;
  /** What is told of them, as a French sentence; null where the filter says it all. */
  readonly told: string | null;
  /** As `path`, but the same whatever becomes of a question; undefined: the path. */
  readonly idPath?: string;
  /** When the register last changed; null while it is empty. */
  readonly changedAt: Date | null;
}

/** Writes one page of a feed, with the headers that lead on from it. */
export function answerWithFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: FeedParts,
): string | JsonFeedJson {
  const { format, parliament, filter, entries } = parts;
  const links = feedLinksOf(request, parts);
  const span = spanOf(entries, filter);
  reply.header("link", linkHeader(links.all)).type(`${FORMATS[format].mediaType}; charset=utf-8`);
  return WRITERS[format]({
    id: feedId(parliament, parts.idPath ?? parts.path, parametersOf(request)),
    title: `${parts.heading}\u00a0: ${filter}`,
    subtitle: [`${filter}.`, ...(parts.told === null ? [] : [parts.told]), spanWords(span)].join(" "),
    updatedAt: newestUpdate(entries, parts.changedAt),
    span,
    links,
    entries,
  });
}

const WRITERS = { atom: atomOf, json: jsonFeedOf } as const satisfies Record<FeedFormat, unknown>;

function spanWords({ from, to }: Span): string {
  return from === null || to === null
    ? "Rien sur cette page."
    : `Période couverte par cette page\u00a0: ${fromTo(from, to)}.`;
}
