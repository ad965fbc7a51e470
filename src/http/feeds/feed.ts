import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { FeedLinks } from "./feed-links.ts";

/** One page of a feed, whatever format it is written in. Every text is plain text but `contentHtml`. */
export interface Feed {
  /** The same for all pages and wherever the site is. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updatedAt: Date;
  readonly span: Span;
  readonly links: FeedLinks;
  readonly entries: readonly FeedEntry[];
}

/** What is on a page. */
export interface Span {
  /** Days of the oldest and the newest entry; null where there is none. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Which questions are meant, as a French heading. */
  readonly filter: string;
}

export interface FeedEntry {
  /** Never changes, whatever becomes of the question and of the site. */
  readonly id: string;
  /** The page of the question. */
  readonly url: string;
  /** The official page; null where its number is not known. */
  readonly sourceUrl: string | null;
  readonly title: string;
  readonly author: string;
  /** The day by which the feed is ordered, in Brussels. */
  readonly on: CalendarDate;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly summary: string;
  readonly contentHtml: string;
  readonly categories: readonly FeedCategory[];
}

export interface FeedCategory {
  readonly scheme: "session" | "portfolio" | "event";
  readonly term: string;
  /** In French. */
  readonly label: string;
}

/** What a page of entries covers. */
export function spanOf(entries: readonly FeedEntry[], filter: string): Span {
  const days = entries.map(({ on }) => on).sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null, filter };
}

/** When the newest of the entries changed; `otherwise` where there is none. */
export function newestUpdate(entries: readonly FeedEntry[], otherwise: Date | null): Date {
  const newest = entries
    .map(({ updatedAt }) => updatedAt.getTime())
    .reduce((a, b) => Math.max(a, b), -Infinity);
  return Number.isFinite(newest) ? new Date(newest) : (otherwise ?? new Date(0));
}
