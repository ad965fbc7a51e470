/** The formats every feed is given in. */
export const FEED_FORMATS = ["atom", "json"] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

export const MEDIA_TYPES = {
  atom: "application/atom+xml",
  json: "application/feed+json",
} as const satisfies Record<FeedFormat, string>;

export const FORMAT_NAMES: Readonly<Record<FeedFormat, string>> = { atom: "Atom", json: "JSON Feed" };
