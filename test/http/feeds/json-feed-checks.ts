import assert from "node:assert/strict";
import type { JsonFeedJson } from "../../../src/http/api/schemas/json-feed.ts";

const FEED_KEYS = [
  ...["version", "title", "description", "language", "home_page_url", "feed_url", "next_url", "authors"],
  ...["items", "_vigie"],
];

const ITEM_KEYS = [
  ...["id", "url", "external_url", "title", "summary", "content_html", "date_published", "date_modified"],
  ...["authors", "tags"],
];

/** Reads a feed, and fails where it breaks a rule of JSON Feed 1.1. */
export function readJsonFeed(body: string): JsonFeedJson {
  const feed = JSON.parse(body) as JsonFeedJson;
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assertKnown(feed, FEED_KEYS);
  for (const url of [feed.home_page_url, feed.feed_url]) assert.ok(URL.canParse(url), url);
  assert.ok(feed.next_url === undefined || URL.canParse(feed.next_url));
  const ids = feed.items.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, "an id is given to two items");
  for (const item of feed.items) {
    assertKnown(item, ITEM_KEYS);
    assert.ok(URL.canParse(item.url));
    assert.ok(item.id !== "" && item.content_html !== "");
    for (const date of [item.date_published, item.date_modified]) {
      assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    }
    assert.ok(item.authors.every(({ name }) => name !== ""));
  }
  return feed;
}

/** What the format does not know has to begin with an underscore, and is listed here with the rest. */
function assertKnown(value: object, keys: readonly string[]): void {
  assert.deepEqual(
    Object.keys(value).filter((key) => !keys.includes(key)),
    [],
  );
}
