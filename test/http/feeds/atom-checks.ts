import assert from "node:assert/strict";
import { XmlDocument, type XmlElement } from "libxml2-wasm";

const NAMESPACES = { a: "http://www.w3.org/2005/Atom", v: "tag:vigie,2026:feeds" };

/** An entry as a feed reader gets it. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  /** The HTML that the content stands for. */
  readonly content: string;
  /** Address by relation. */
  readonly links: Readonly<Record<string, string>>;
  /** Each as `scheme term label`, the scheme without what all begin with. */
  readonly categories: readonly string[];
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: string;
  readonly span: { readonly from: string; readonly to: string; readonly filter: string };
  readonly links: readonly { readonly rel: string; readonly type: string; readonly href: string }[];
  readonly entries: readonly AtomEntry[];
}

/** Reads a feed, and fails where it is not well-formed or breaks a rule of RFC 4287. */
export function readAtom(xml: string): AtomFeed {
  const document = XmlDocument.fromString(xml);
  try {
    return checked(document.root);
  } finally {
    document.dispose();
  }
}

function checked(root: XmlElement): AtomFeed {
  assert.deepEqual([root.name, root.namespaceUri], ["feed", NAMESPACES.a]);
  const entries = elements(root, "a:entry").map(entryOf);
  const ids = entries.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, "an id is given to two entries");
  const links = elements(root, "a:link").map((link) => ({
    rel: attribute(link, "rel"),
    type: attribute(link, "type"),
    href: attribute(link, "href"),
  }));
  assert.equal(links.filter(({ rel }) => rel === "self").length, 1);
  for (const { href } of links) assert.ok(URL.canParse(href), href);
  const alternates = links.filter(({ rel }) => rel === "alternate").map(({ type }) => type);
  assert.equal(new Set(alternates).size, alternates.length, "two alternates of one type");
  const span = one(root, "v:span");
  assert.ok(text(one(root, "a:author"), "a:name"));
  return {
    id: identifier(root),
    title: plain(root, "a:title"),
    subtitle: plain(root, "a:subtitle"),
    updated: instant(root, "a:updated"),
    span: {
      from: attribute(span, "from"),
      to: attribute(span, "to"),
      filter: span.content,
    },
    links,
    entries,
  };
}

function entryOf(entry: XmlElement): AtomEntry {
  const content = one(entry, "a:content");
  assert.equal(attribute(content, "type"), "html");
  assert.equal(elements(content, "*").length, 0, "the content is not escaped");
  const links = elements(entry, "a:link").map((link) => [attribute(link, "rel"), attribute(link, "href")]);
  assert.equal(links.filter(([rel]) => rel === "alternate").length, 1);
  for (const [, href] of links) assert.ok(URL.canParse(href!), href);
  return {
    id: identifier(entry),
    title: plain(entry, "a:title"),
    author: text(one(entry, "a:author"), "a:name"),
    published: instant(entry, "a:published"),
    updated: instant(entry, "a:updated"),
    summary: plain(entry, "a:summary"),
    content: content.content,
    links: Object.fromEntries(links) as Record<string, string>,
    categories: elements(entry, "a:category").map((category) => {
      const scheme = attribute(category, "scheme").replace("tag:vigie,2026:", "");
      return `${scheme} ${attribute(category, "term")} ${attribute(category, "label")}`;
    }),
  };
}

const elements = (parent: XmlElement, path: string) => parent.find(path, NAMESPACES) as XmlElement[];

function one(parent: XmlElement, path: string): XmlElement {
  const found = elements(parent, path);
  assert.equal(found.length, 1, `${path}: ${found.length} times in ${parent.name}`);
  return found[0]!;
}

const text = (parent: XmlElement, path: string) => one(parent, path).content;

/** A text that is no markup: it has no type, and no elements. */
function plain(parent: XmlElement, path: string): string {
  const element = one(parent, path);
  assert.equal(element.attr("type"), null);
  assert.equal(elements(element, "*").length, 0);
  return element.content;
}

function attribute(element: XmlElement, name: string): string {
  const found = element.attr(name);
  assert.ok(found, `${element.name} has no ${name}`);
  return found.value;
}

function identifier(parent: XmlElement): string {
  const id = text(parent, "a:id");
  // RFC 4151: the authority, the year, and what may stand after it.
  assert.match(id, /^tag:vigie,2026:[\w!$&'()*+,;=:@%./?~-]+$/);
  return id;
}

function instant(parent: XmlElement, path: string): string {
  const written = text(parent, path);
  assert.match(written, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  assert.ok(!Number.isNaN(Date.parse(written)), written);
  return written;
}
