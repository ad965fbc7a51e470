/** The formats every feed is given in. */
export const FEED_FORMATS = ["atom", "json"] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** What is said of a format, and what the ids of its operations end with. */
export const FORMATS = {
  atom: { mediaType: "application/atom+xml", name: "Atom", operation: "Atom" },
  json: { mediaType: "application/feed+json", name: "JSON Feed", operation: "Json" },
} as const satisfies Record<FeedFormat, unknown>;
