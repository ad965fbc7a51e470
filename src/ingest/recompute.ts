import type { DerivationStore } from "../store/derivation-store.ts";
import { ConflictError } from "../errors.ts";
import type { OpenDatabase } from "../store/database.ts";
import type { IngestRuns } from "../store/ingest-runs.ts";

/** What a recomputation works with. */
export interface RecomputeParts {
  readonly parliament: string;
  readonly lock: OpenDatabase["lock"];
  readonly derivations: DerivationStore;
  readonly runs: IngestRuns;
}

/** How a recomputation is watched and stopped. */
export interface RecomputeOptions {
  readonly signal?: AbortSignal;
  /** Told after each batch how many questions are done. */
  readonly onProgress?: (done: number) => void;
}

/** What a recomputation came to. */
export interface RecomputeReport {
  /**
   * False where it was stopped, or another process wrote by other rules meanwhile: what is done stays, and the next one
   * does all of it again.
   */
  readonly finished: boolean;
  readonly seen: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In how many questions each field changed. */
  readonly fields: Readonly<Record<string, number>>;
}

/** A recomputation of everything that somebody else is at takes minutes, not hours. */
const LONGEST_WAIT_MS = 30 * 60_000;

const NOTHING_DONE: RecomputeReport = { finished: false, seen: 0, changed: 0, unchanged: 0, fields: {} };

/**
 * Derives what follows from every question again, as rules and reference data are now, and records that it was done.
 * @throws {ConflictError} where another process does not come to an end of it
 */
export async function recompute(
  parts: RecomputeParts,
  options: RecomputeOptions = {},
): Promise<RecomputeReport> {
  return (await alone(parts, options, () => deriveAll(parts, options))) ?? NOTHING_DONE;
}

/**
 * As `recompute`, where rules or reference data have changed since it was done last; null where they have not.
 * `onNeeded` is told before it begins.
 */
export async function recomputeIfNeeded(
  parts: RecomputeParts,
  { onNeeded, ...options }: RecomputeOptions & { readonly onNeeded?: () => void } = {},
): Promise<RecomputeReport | null> {
  const { derivations } = parts;
  if (await derivations.isCurrent()) return null;
  onNeeded?.();
  // Another process may have done it while we waited.
  return alone(parts, options, async () =>
    (await derivations.isCurrent()) ? null : deriveAll(parts, options),
  );
}

/** Null where we were told to stop before our turn came. */
async function alone<Result>(
  { parliament, lock }: RecomputeParts,
  { signal }: RecomputeOptions,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const held = await lock(`vigie:${parliament}:recompute`, LONGEST_WAIT_MS, signal);
  if (held === null) {
    if (signal?.aborted === true) return null;
    throw new ConflictError("Un autre processus recalcule déjà tout : réessayez plus tard.", { parliament });
  }
  try {
    return await work();
  } finally {
    await held.release();
  }
}

async function deriveAll(
  { derivations, runs }: RecomputeParts,
  { signal, onProgress }: RecomputeOptions,
): Promise<RecomputeReport> {
  await runs.closeInterrupted(["recompute"]);
  await derivations.begin();
  const run = await runs.start("recompute");
  const fields: Record<string, number> = {};
  let [seen, changed, after] = [0, 0, 0];
  let finished = false;
  while (!finished && signal?.aborted !== true) {
    const batch = await derivations.deriveNext(after);
    finished = batch === null;
    if (batch === null) break;
    for (const field of batch.changed.flat()) fields[field] = (fields[field] ?? 0) + 1;
    after = batch.last;
    seen += batch.seen;
    changed += batch.changed.length;
    onProgress?.(seen);
  }
  if (finished) finished = await derivations.settle();
  const { fingerprint, answerCalendar } = derivations.reference;
  const answerRules = answerCalendar.rules.map(({ id, verified }) => ({ id, verified }));
  await runs.finish(
    run,
    { seen, new: 0, changed, unchanged: seen - changed, refused: 0 },
    {
      outcome: finished ? "finished" : "stopped",
      recomputation: { fingerprint, answerRules, changed: fields },
    },
  );
  return { finished, seen, changed, unchanged: seen - changed, fields };
}
