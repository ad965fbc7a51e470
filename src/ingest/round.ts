import type { HeldLock } from "../store/database.ts";
import type { IngestRuns, NumberRange } from "../store/ingest-runs.ts";
import { questionIdOf } from "../domain/question-identity.ts";
import { type LookReport, type LookResult, LookTally } from "./look-report.ts";
import type { Plan } from "./plans.ts";
import { SiteAddresses, type SiteAddressesParts } from "./site-addresses.ts";
import { untilForbidden, walk, type WalkEnd } from "./walk.ts";

/** What rounds work with. */
export interface RoundParts extends SiteAddressesParts {
  readonly runs: IngestRuns;
  /** Takes a lock by its name among all who use the database. */
  readonly lock: (name: string, waitMs: number, givenUp?: AbortSignal) => Promise<HeldLock | null>;
}

/** What a round is to do. */
export interface RoundRequest {
  readonly kind: "round" | "nightly" | "backfill";
  /** The ids asked for, where there are such. */
  readonly range?: NumberRange;
  /** What to look at, from the moment the round began. */
  readonly plan: (roundStart: Date) => Plan;
  /** No page is asked for after so long; null: no bound. */
  readonly budgetMs: number | null;
  /** Whether it ends where another round waits: what it left is done later. */
  readonly makesWay: boolean;
  readonly stopping: AbortSignal;
  readonly onLook?: (result: LookResult, report: LookReport) => void;
}

/** What came of a round. */
export interface RoundReport extends LookReport {
  readonly outcome: WalkEnd["outcome"];
  readonly reason: string | null;
  readonly message: string | null;
}

/** The lock under which the site of a parliament is asked: never by two rounds at once. */
export const roundLockName = (parliament: string) => `vigie:${parliament}:round`;

/**
 * Does one round and keeps account of it. To be called by who holds the lock of rounds: whatever round began before and
 * did not end was killed, and is closed.
 */
export async function runRound(
  parts: RoundParts,
  request: RoundRequest,
  held: HeldLock,
): Promise<RoundReport> {
  const { runs, state, source, client } = parts;
  await runs.closeInterrupted(["round", "nightly", "backfill"]);
  const run = await runs.start(request.kind, request.range);
  const tally = new LookTally();
  const sentBefore = client.requests;
  const report = () => tally.report(client.requests - sentBefore);
  let end: WalkEnd = { outcome: "stopped", reason: "fault", message: null, resumeAt: null };
  try {
    const limits = {
      until: request.budgetMs === null ? null : new Date(run.startedAt.getTime() + request.budgetMs),
      stopping: request.stopping,
      lost: held.lost,
      makesWay: async () => request.makesWay && (await held.isAwaited()),
    };
    const onLook = async (result: LookResult) => {
      tally.add(result, questionIdOf(source.parliament, String(result.sourceNumber)));
      await runs.note(run, report());
      request.onLook?.(result, report());
    };
    end = await untilForbidden(async () => {
      const addresses = await SiteAddresses.open(parts);
      return walk(request.plan(run.startedAt), { ...parts, addresses, onLook }, limits);
    });
    await state.saveResumeAt(end.resumeAt);
  } finally {
    await runs.finish(run, report(), end);
  }
  const { outcome, reason = null, message = null } = end;
  return { ...report(), outcome, reason, message };
}
