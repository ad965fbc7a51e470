import { questionIdOf } from "../../domain/question-identity.ts";

/** What public addresses begin with. */
export interface Site {
  readonly parliament: string;
  /** Without a final slash. */
  readonly baseUrl: string;
}

/** The page of a question. */
export function questionUrl({ parliament, baseUrl }: Site, sourceId: string): string {
  return `${baseUrl}/questions/${encodeURIComponent(questionIdOf(parliament, sourceId))}`;
}

/** A page of the Parliament as it was fetched. */
export function snapshotUrl({ parliament, baseUrl }: Site, sourceId: string, sha256: string): string {
  const id = encodeURIComponent(questionIdOf(parliament, sourceId));
  return `${baseUrl}/api/v1/questions/${id}/snapshots/${sha256}`;
}
