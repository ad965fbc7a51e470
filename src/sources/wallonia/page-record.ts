import type { LineLink, PageLine, PageText } from "../shared/page-lines.ts";
import { bodiesOf, bodyText } from "./item-bodies.ts";
import type { ItemHeading } from "./item-heading.ts";
import type { ItemMark } from "./item-mark.ts";
import type { ItemPeople } from "./item-people.ts";
import { type PageHeader, readHeader } from "./page-header.ts";
import { findItems, findQuestion } from "./page-items.ts";
import { findTitle } from "./page-title.ts";
import { isStray, withAddresses } from "./stray-lines.ts";

/** One dated piece of a page: heading, people, body. */
export interface PageItem {
  readonly heading: ItemHeading;
  readonly people: ItemPeople;
  /** Paragraphs separated by one empty line; empty where the item has none. */
  readonly body: string;
  /** Links of the heading: its annexes. */
  readonly links: readonly LineLink[];
}

/** All a page says about one question, before anybody asks whether it is enough. */
export interface PageRecord {
  readonly title: string | null;
  readonly header: PageHeader;
  readonly question: PageItem;
  /** The other items, in the order of the page. */
  readonly others: readonly PageItem[];
  /** Words inside the record that belong to no item; empty where there are none. */
  readonly outside: string;
  /** What follows on the page where its last item has no body or is badly closed; else empty. */
  readonly following: string;
  /**
   * The item a page breaks off in, or `after` where another may have followed; null where it comes to its
   * end.
   */
  readonly breaksOff: PageItem | "after" | null;
}

/** Reads a page as one question; null where it has no heading `Question écrite du …`. */
export function readRecord(page: PageText): PageRecord | null {
  const asked = findQuestion(page.lines);
  if (asked === null) return null;
  const header = readHeader(page.lines, asked.start);
  const marks = findItems(page, asked, header);
  const { bodies, outside, following, record, breaksOff } = bodiesOf(page, marks, header.start);
  const title = findTitle(page, record, header.start);

  const items = marks.map((mark, i) => itemOf(page.lines, mark, bodies[i] ?? ""));
  const question = marks.indexOf(asked);
  const top = title?.end ?? header.end;
  const above = page.lines
    .slice(top, marks[0]?.start)
    .filter((line, i) => isStray(line) && !header.used.has(top + i));
  const isWhole = header.announcedItems === items.length;
  return {
    title: title?.text ?? null,
    header,
    question: items[question]!,
    others: items.toSpliced(question, 1),
    outside: strayText([...above, ...outside]),
    following: strayText(following),
    breaksOff: breaksOff === "inside" ? (items.at(-1) ?? null) : isWhole ? null : breaksOff,
  };
}

function itemOf(lines: readonly PageLine[], { heading, people, start }: ItemMark, body: string): PageItem {
  const head = lines.slice(start, Math.max(people.start, start + 1));
  return { heading, people, body, links: head.flatMap(({ links }) => links) };
}

const strayText = (lines: readonly PageLine[]) => bodyText(lines.map(withAddresses));
