/**
 * What every id of ours begins with, as a `tag:` URI (RFC 4151). It names no host, so that ids stay when a site moves;
 * see docs/decisions/0020-feeds.md.
 */
const AUTHORITY = "tag:vigie,2026";

/** In which the elements are that Atom does not know. */
export const FEED_NAMESPACE = `${AUTHORITY}:feeds`;

/** What a category is a category of. */
export const schemeOf = (name: string) => `${AUTHORITY}:${name}`;

/** Of a question as an entry, by the id under which it was first kept. */
export const questionEntryId = (parliament: string, firstSourceId: string) =>
  `${AUTHORITY}:${parliament}/${encodeURIComponent(firstSourceId)}`;

/** Of something recorded that happened to a question. */
export const eventEntryId = (parliament: string, firstSourceId: string, eventId: number) =>
  `${questionEntryId(parliament, firstSourceId)}/events/${eventId}`;

/** Of a deadline that passed: a question whose deadline moves may be late twice. */
export const overdueEntryId = (parliament: string, firstSourceId: string, lateOn: string) =>
  `${questionEntryId(parliament, firstSourceId)}/overdue/${lateOn}`;

/** Of a feed: by its path and what was asked for, in whatever order; pages of a feed share it. */
export function feedId(parliament: string, path: string, parameters: URLSearchParams): string {
  const asked = new URLSearchParams(parameters);
  for (const paging of ["cursor", "limit"]) asked.delete(paging);
  asked.sort();
  return `${AUTHORITY}:${parliament}${path}${asked.size === 0 ? "" : `?${asked.toString()}`}`;
}
