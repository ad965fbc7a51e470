import type { Coverage } from "../../store/coverage-reader.ts";
import type { SourceHealth } from "../../store/source-reader.ts";
import type { CoverageJson } from "./schemas/coverage.ts";

/** The public JSON of what is known of the site at a moment. */
export function coverageJson(coverage: Coverage, source: SourceHealth, now: Date): CoverageJson {
  return {
    asOf: now.toISOString(),
    ...coverage,
    sessions: coverage.sessions.map(({ question, otherKind, ...session }) => ({
      ...session,
      questions: question,
      otherKinds: otherKind,
    })),
    backlog: coverage.backlog.map(({ oldestDueAt, ...tier }) => ({
      ...tier,
      oldestDueAt: oldestDueAt?.toISOString() ?? null,
    })),
    source: {
      ...source,
      since: source.since?.toISOString() ?? null,
      resumeAt: source.resumeAt?.toISOString() ?? null,
    },
  };
}
