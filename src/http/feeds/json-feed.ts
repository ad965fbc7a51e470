import type { JsonFeedJson } from "../api/schemas/json-feed.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { printable } from "../printable.ts";

/** A page of a feed as JSON Feed 1.1. */
export function jsonFeedOf({ title, subtitle, links, span, entries }: Feed): JsonFeedJson {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: printable(title),
    description: printable(subtitle),
    language: "fr",
    home_page_url: links.home,
    feed_url: links.first,
    ...(links.next === null ? {} : { next_url: links.next }),
    authors: [{ name: "Vigie" }],
    _vigie: { from: span.from, to: span.to, filter: printable(span.filter) },
    items: entries.map(itemOf),
  };
}

function itemOf(entry: FeedEntry): JsonFeedJson["items"][number] {
  return {
    id: entry.id,
    url: entry.url,
    ...(entry.sourceUrl === null ? {} : { external_url: entry.sourceUrl }),
    title: printable(entry.title),
    summary: printable(entry.summary),
    content_html: printable(entry.contentHtml),
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    authors: [{ name: printable(entry.author) }],
    tags: entry.categories.map(({ label }) => printable(label)),
  };
}
