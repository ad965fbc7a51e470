import type { Change } from "../../domain/question-difference.ts";
import { wordDifference } from "../../domain/word-difference.ts";
import type { StoredRevision } from "../../store/revision-reader.ts";
import { type Site, snapshotUrl } from "./addresses.ts";
import type { RevisionJson } from "./schemas/revision.ts";

/** The public JSON of a version of a question. */
export function revisionJson(
  stored: StoredRevision,
  site: Site & { readonly sourceId: string },
): RevisionJson {
  const { snapshot, recordedAt, changes, events, ...revision } = stored;
  return {
    ...revision,
    recordedAt: recordedAt.toISOString(),
    snapshot: {
      ...snapshot,
      url: snapshotUrl(site, site.sourceId, snapshot.sha256),
      fetchedAt: snapshot.fetchedAt.toISOString(),
    },
    changes: changes.map(changeJson),
    events: events.map((event) => ({ ...event, recordedAt: event.recordedAt.toISOString() })),
  };
}

/** What is long enough to be compared word by word; names and dates are read at a glance. */
const TEXT = /^(?:title|questionText|answers\[\d+\]\.text)$/;

function changeJson(change: Change): RevisionJson["changes"][number] {
  const { kind, path, before, after } = change;
  const isText = kind === "edited" && TEXT.test(path);
  if (!isText || typeof before !== "string" || typeof after !== "string") return change;
  return { kind, path, before, after, words: wordDifference(before, after) };
}
