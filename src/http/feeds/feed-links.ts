import type { FastifyRequest } from "fastify";
import { parametersOf, queryOf } from "../api/parameters.ts";
import { FEED_FORMATS, type FeedFormat, FORMATS } from "./feed-formats.ts";

/** A relation of RFC 8288 to another address. */
export interface FeedLink {
  readonly rel: "self" | "alternate" | "first" | "next";
  readonly href: string;
  readonly type: string;
}

/** Where a page of a feed is, and where it leads. */
export interface FeedLinks {
  /** This page. */
  readonly self: string;
  /** The first page, in this format. */
  readonly first: string;
  /** The page that goes on with older entries; null on the last one. */
  readonly next: string | null;
  /** What readers see of the same in a browser. */
  readonly home: string;
  readonly all: readonly FeedLink[];
}

export interface FeedPlace {
  readonly baseUrl: string;
  /** Without its ending: `/feeds/questions`. */
  readonly path: string;
  readonly format: FeedFormat;
  /** The page of the site that shows the same, as a path. */
  readonly homePath: string;
  /** Of the page after this one; null where there is none. */
  readonly nextCursor: string | null;
}

/** The links of the page that is asked for; its parameters are carried on. */
export function feedLinksOf(request: FastifyRequest, place: FeedPlace): FeedLinks {
  const { baseUrl, path, format, nextCursor } = place;
  const asked = parametersOf(request);
  const onFirst = without(asked, "cursor");
  const addressOf = (one: FeedFormat, parameters: URLSearchParams) =>
    `${baseUrl}${path}.${one}${queryOf(parameters)}`;
  const self = addressOf(format, asked);
  const first = addressOf(format, onFirst);
  const next = nextCursor === null ? null : addressOf(format, adding(onFirst, "cursor", nextCursor));
  const home = `${baseUrl}${place.homePath}${queryOf(without(asked, "cursor", "limit", "kind"))}`;
  const inFormat = (rel: FeedLink["rel"], href: string): FeedLink => ({
    rel,
    href,
    type: FORMATS[format].mediaType,
  });
  return {
    self,
    first,
    next,
    home,
    all: [
      inFormat("self", self),
      { rel: "alternate", href: home, type: "text/html" },
      ...FEED_FORMATS.filter((one) => one !== format).map((one): FeedLink => {
        return { rel: "alternate", href: addressOf(one, asked), type: FORMATS[one].mediaType };
      }),
      inFormat("first", first),
      ...(next === null ? [] : [inFormat("next", next)]),
    ],
  };
}

/** The header `Link` (RFC 8288). */
export const linkHeader = (links: readonly FeedLink[]) =>
  links.map(({ rel, href, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(", ");

function without(parameters: URLSearchParams, ...names: string[]): URLSearchParams {
  const rest = new URLSearchParams(parameters);
  for (const name of names) rest.delete(name);
  return rest;
}

function adding(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const more = new URLSearchParams(parameters);
  more.set(name, value);
  return more;
}
