import { html as xml } from "ghtml";
import { type Feed, type FeedCategory, type FeedEntry } from "./feed.ts";
import { FEED_NAMESPACE, schemeOf } from "./feed-ids.ts";
import type { FeedLink } from "./feed-links.ts";
import { printable } from "../printable.ts";

/**
 * A page of a feed in Atom (RFC 4287), paged by RFC 5005. Escaping is that of the template: what it writes for HTML are
 * numbered references, which XML knows as well.
 */
export function atomOf(feed: Feed): string {
  const { span } = feed;
  return printable(xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:vigie="${FEED_NAMESPACE}" xml:lang="fr">
  <id>${feed.id}</id>
  <title>${feed.title}</title>
  <subtitle>${feed.subtitle}</subtitle>
  <updated>${feed.updatedAt.toISOString()}</updated>
  <author><name>Vigie</name></author>
  <generator>Vigie</generator>
  !${feed.links.all.map(linkElement)}
  <vigie:span from="${span.from ?? ""}" to="${span.to ?? ""}">${span.filter}</vigie:span>
!${feed.entries.map(entryElement)}</feed>
`);
}

const linkElement = ({ rel, href, type }: FeedLink) =>
  xml`<link rel="${rel}" type="${type}" href="${href}"/>`;

function entryElement(entry: FeedEntry): string {
  const { sourceUrl } = entry;
  return xml`  <entry>
    <id>${entry.id}</id>
    <title>${entry.title}</title>
    <published>${entry.publishedAt.toISOString()}</published>
    <updated>${entry.updatedAt.toISOString()}</updated>
    <author><name>${entry.author}</name></author>
    <link rel="alternate" type="text/html" href="${entry.url}"/>
    !${sourceUrl === null ? "" : xml`<link rel="via" type="text/html" href="${sourceUrl}"/>`}
    !${entry.categories.map(categoryElement)}
    <summary>${entry.summary}</summary>
    <content type="html">${entry.contentHtml}</content>
  </entry>
`;
}

const categoryElement = ({ scheme, term, label }: FeedCategory) =>
  xml`<category scheme="${schemeOf(scheme)}" term="${term}" label="${label}"/>`;
