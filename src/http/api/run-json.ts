import type { StoredRun } from "../../store/run-reader.ts";
import { type Site, snapshotUrl } from "./addresses.ts";
import type { RunListJson } from "./schemas/run.ts";

/** The public JSON of a run. */
export function runJson(
  { evidence, recomputation, ...run }: StoredRun,
  site: Site,
): RunListJson["items"][number] {
  return {
    ...run,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    recomputation:
      recomputation === null
        ? null
        : { answerRules: [...recomputation.answerRules], changed: recomputation.changed },
    evidence: evidence === null ? null : snapshotUrl(site, evidence.sourceId, evidence.sha256),
  };
}
