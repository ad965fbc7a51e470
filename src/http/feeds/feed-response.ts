import { Type } from "typebox";
import { JsonFeed, type JsonFeedJson } from "../api/schemas/json-feed.ts";
import { type FeedFormat, MEDIA_TYPES } from "./feed-formats.ts";

const headers = {
  ETag: { type: "string", description: "À renvoyer dans « If-None-Match » : 304 si rien n’a changé" },
  "Last-Modified": {
    type: "string",
    description: "Date du dernier changement, pour « If-Modified-Since »",
  },
  Link: {
    type: "string",
    description: "Les adresses liées : self, alternate, first, et next sauf sur la dernière page",
  },
};

/** A page of a feed in a format: text, or an object to be written as JSON. */
export function feedResponse(format: FeedFormat, description: string) {
  const shape = format === "json" ? JsonFeed.ref : { type: "string" };
  const schema = Type.Unsafe<string | JsonFeedJson>({ ...shape });
  return { description, headers, content: { [MEDIA_TYPES[format]]: { schema } } };
}
