import { Counter, Gauge, Registry } from "prom-client";
import type { Figures, KindFigures } from "../store/figures-reader.ts";
import type { SourceHealth } from "../store/source-reader.ts";

/** Names of the counts of a run as they stand in a label, where a page is one of them. */
const OUTCOME_OF = {
  new: "new",
  changed: "changed",
  unchanged: "unchanged",
  refused: "refused",
  otherKinds: "otherKind",
  absent: "absent",
  failed: "failed",
} as const satisfies Partial<Record<keyof KindFigures, string>>;

/**
 * What the database counts, in the text form Prometheus reads. The figures are those of the database and not of this
 * process: rounds may run in another one.
 */
export async function metricsText(figures: Figures, source: SourceHealth): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });

  const runs = counter("vigie_ingest_runs_total", "Runs that have ended.", ["kind", "outcome"]);
  const pages = counter("vigie_ingest_pages_total", "Pages taken in, by what came of them.", [
    "kind",
    "outcome",
  ]);
  const requests = counter("vigie_ingest_requests_total", "Requests sent to the source.");
  for (const kind of figures.kinds) {
    for (const [outcome, count] of Object.entries(kind.runs)) runs.inc({ kind: kind.kind, outcome }, count);
    for (const [name, outcome] of Object.entries(OUTCOME_OF)) {
      pages.inc({ kind: kind.kind, outcome }, kind[name as keyof typeof OUTCOME_OF]);
    }
    requests.inc(kind.requests);
  }

  const finished = figures.kinds.flatMap(({ lastFinishedAt }) => lastFinishedAt ?? []);
  if (finished.length > 0) {
    const name = "vigie_ingest_last_finished_timestamp_seconds";
    const newest = Math.max(...finished.map((instant) => instant.getTime()));
    gauge(name, "When the last run that did all there was to do ended.").set(newest / 1000);
  }
  gauge(
    "vigie_source_broken",
    "1 where the last run found that the source does not show what it should.",
  ).set(source.state === "broken" ? 1 : 0);

  const known = gauge("vigie_source_pages", "Ids of the source, by what they are known to be.", ["status"]);
  for (const [status, count] of Object.entries(figures.pages)) known.set({ status }, count);
  const due = gauge("vigie_pages_due", "Pages that are due for another look.", ["tier"]);
  for (const { tier, due: count } of figures.backlog) due.set({ tier }, count);
  const questions = gauge("vigie_questions", "Questions stored, by state.", ["state"]);
  const { total: _, ...states } = figures.questions;
  for (const [state, count] of Object.entries(states)) questions.set({ state }, count);
  return registry.metrics();
}
