import { type Plan, dueIds, gapIds, newIds, unreadIds } from "./plans.ts";
import { type RoundParts, type RoundReport, type RoundRequest, roundLockName, runRound } from "./round.ts";

/** How long a round may ask for pages. What it leaves is there for the next. */
const BUDGETS_MS = { round: 25 * 60_000, nightly: 4 * 3_600_000 } as const;

/** Longer than a round takes: whoever finds one under way waits for its end. */
const LONGEST_WAIT_MS = BUDGETS_MS.nightly + 10 * 60_000;

export interface IngestOptions extends Pick<RoundRequest, "stopping" | "onLook"> {
  readonly kind: "round" | "nightly";
  /** So many absent ids in a row are the end of what the site has given out. */
  readonly absentRun: number;
}

/** A round that was left out, and why. */
export interface SkippedRound {
  readonly outcome: "skipped";
  /** `done_by_another`: a round ended while this one waited for it. `asked_to_wait`: the site wants to be left alone. */
  readonly reason: "done_by_another" | "asked_to_wait" | "asked_to_stop" | "busy";
  readonly resumeAt: Date | null;
}

/**
 * One round: new ids, then the pages due for another look, then the gaps, then once more what did not come. The scheduler
 * and the command line call this. Two that are called together, wherever, come to one round.
 */
export async function ingestRound(
  parts: RoundParts,
  { kind, absentRun, stopping, onLook }: IngestOptions,
): Promise<RoundReport | SkippedRound> {
  const { ledger, source, state, runs, now, lock } = parts;
  const calledAt = now();
  const held = await lock(roundLockName(source.parliament), LONGEST_WAIT_MS, stopping);
  if (held === null) return skipped(stopping.aborted ? "asked_to_stop" : "busy");
  try {
    if ((await runs.findRoundSince(calledAt, kind)) !== null) return skipped("done_by_another");
    const { resumeAt } = await state.find();
    if (resumeAt !== null && resumeAt > now()) return skipped("asked_to_wait", resumeAt);
    const request: RoundRequest = {
      kind,
      budgetMs: BUDGETS_MS[kind],
      makesWay: false,
      stopping,
      ...(onLook === undefined ? {} : { onLook }),
      plan: planOf,
    };
    return await runRound(parts, request, held);
  } finally {
    await held.release();
  }

  async function* planOf(roundStart: Date): Plan {
    yield* newIds(ledger, source, absentRun);
    yield* dueIds(ledger, now, roundStart);
    yield* gapIds(ledger);
    yield* unreadIds(ledger, EVERY_ID, { since: roundStart, newestFirst: true });
  }
}

const EVERY_ID = { from: 1, to: 2 ** 31 - 1 };

const skipped = (reason: SkippedRound["reason"], resumeAt: Date | null = null): SkippedRound => ({
  outcome: "skipped",
  reason,
  resumeAt,
});
