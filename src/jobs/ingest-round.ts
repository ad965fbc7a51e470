import { type IngestOptions, ingestRound, type SkippedRound } from "../ingest/ingest-round.ts";
import type { RoundParts, RoundReport } from "../ingest/round.ts";
import type { Job, JobLog } from "./job.ts";

export interface IngestRoundJob extends Pick<IngestOptions, "kind" | "absentRun" | "stopping"> {
  readonly cron: string;
}

/** Looks for new questions and for answers to old ones. Safe to run twice, and at the same time elsewhere. */
export function ingestRoundJob(
  parts: RoundParts,
  { kind, cron, absentRun, stopping }: IngestRoundJob,
  log: JobLog,
): Job {
  return {
    name: kind,
    cron,
    async run() {
      logRound(kind, await ingestRound(parts, { kind, absentRun, stopping }), log);
    },
  };
}

/** One line a round; what stopped it by itself is an error for whoever runs this. */
function logRound(kind: string, report: RoundReport | SkippedRound, log: JobLog): void {
  if (report.outcome === "skipped") {
    log.info({ round: kind, reason: report.reason, resumeAt: report.resumeAt }, "round left out");
    return;
  }
  const { refusals, poorer, failures, outcome, reason, message, ...counts } = report;
  const fields = { round: kind, ...counts, outcome, reason };
  if (outcome === "broken") log.error({ ...fields, message }, "round stopped: the site is broken");
  else log.info(fields, "round finished");
  for (const { file, code, message: why } of refusals)
    log.warn({ sourceId: file, code, why }, "page refused");
  for (const { sourceId, code, message: why } of failures) log.warn({ sourceId, code, why }, "page failed");
  for (const { questionId, message: why } of poorer) log.warn({ questionId, why }, "page kept aside");
}
