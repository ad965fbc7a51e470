import { questionIdOf } from "../domain/question-identity.ts";
import type { NumberRange } from "../store/ingest-runs.ts";
import { type LookReport, LookTally } from "./look-report.ts";
import { type Plan, unreadIds, unseenIds } from "./plans.ts";
import { type RoundParts, type RoundReport, roundLockName, runRound } from "./round.ts";

export interface BackfillOptions {
  readonly range: NumberRange;
  readonly newestFirst: boolean;
  readonly stopping: AbortSignal;
  /** Told after each look of what came so far. */
  readonly onLook: (report: LookReport) => void;
}

/** Rounds end; whoever waits longer than a day waits in vain. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * Looks at every id of a range that the site was never asked for, and once or twice more at what did not come. All that
 * is done is in the ledger: whenever it is ended, and however, the next call goes on from there. It makes way for
 * rounds, which do not take long, and goes on after them.
 */
export async function backfill(parts: RoundParts, options: BackfillOptions): Promise<RoundReport> {
  const { lock, source } = parts;
  // Backfills stand in a line of their own: two of them would make way for each other after every page.
  const turn = await lock(`vigie:${source.parliament}:backfill`, LONGEST_WAIT_MS, options.stopping);
  const total = new LookTally();
  if (turn === null) return { ...total.report(0), ...leftOut(options.stopping) };
  try {
    return await fillIn(parts, options, total);
  } finally {
    await turn.release();
  }
}

async function fillIn(
  parts: RoundParts,
  { range, newestFirst, stopping, onLook }: BackfillOptions,
  total: LookTally,
): Promise<RoundReport> {
  const { client, ledger, lock, now, source, state } = parts;
  const sentBefore = client.requests;
  const soFar = () => total.report(client.requests - sentBefore);
  const since = now();
  for (;;) {
    const held = await lock(roundLockName(source.parliament), LONGEST_WAIT_MS, stopping);
    if (held === null) return { ...soFar(), ...leftOut(stopping) };
    let end: RoundReport;
    try {
      const { resumeAt } = await state.find();
      if (resumeAt !== null && resumeAt > now()) return { ...soFar(), ...stopped("asked_to_wait") };
      end = await runRound(
        parts,
        {
          kind: "backfill",
          range,
          plan: planOf,
          budgetMs: null,
          makesWay: true,
          stopping,
          onLook(result) {
            total.add(result, questionIdOf(source.parliament, String(result.sourceNumber)));
            onLook(soFar());
          },
        },
        held,
      );
    } finally {
      await held.release();
    }
    if (end.reason !== "made_way") return { ...end, ...soFar() };
  }

  async function* planOf(): Plan {
    yield* unseenIds(ledger, range, newestFirst);
    for (let again = 0; again < SECOND_LOOKS; again += 1) {
      yield* unreadIds(ledger, range, { since, newestFirst });
    }
  }
}

const stopped = (reason: string) => ({ outcome: "stopped" as const, reason, message: null });

const leftOut = (stopping: AbortSignal) => stopped(stopping.aborted ? "asked_to_stop" : "busy");

/** One page in twenty may fail for reasons that pass: twice again leaves one in eight thousand. */
const SECOND_LOOKS = 2;
