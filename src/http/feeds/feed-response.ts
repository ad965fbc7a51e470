import { Type } from "typebox";
import { JsonFeed, type JsonFeedJson } from "../api/schemas/json-feed.ts";
import { VALIDATORS } from "../api/schemas/responses.ts";
import { type FeedFormat, FORMATS } from "./feed-formats.ts";

const headers = {
  ...VALIDATORS,
  Link: {
    type: "string",
    description: "Les adresses liées : self, alternate, first, et next sauf sur la dernière page",
  },
};

/** A page of a feed in a format: text, or an object to be written as JSON. */
export function feedResponse(format: FeedFormat, description: string) {
  const shape = format === "json" ? JsonFeed.ref : { type: "string" };
  const schema = Type.Unsafe<string | JsonFeedJson>({ ...shape });
  return { description, headers, content: { [FORMATS[format].mediaType]: { schema } } };
}
