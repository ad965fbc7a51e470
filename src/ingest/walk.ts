import { BreakGuard, type BreakReason } from "../domain/break-guard.ts";
import { FetchError } from "../errors.ts";
import type { RunEnd } from "../store/ingest-runs.ts";
import { breakMessage } from "./break-messages.ts";
import { type LookParts, lookAtId } from "./look-at-id.ts";
import type { LookResult } from "./look-report.ts";
import type { Plan } from "./plans.ts";
import type { SiteAddresses } from "./site-addresses.ts";

/** What bounds a walk. */
export interface WalkLimits {
  /** No page is asked for after this moment; null: no bound. */
  readonly until: Date | null;
  /** Aborted by whoever wants the walk to end after the page in hand. */
  readonly stopping: AbortSignal;
  /** Aborted where another may be asking the site by now. */
  readonly lost: AbortSignal;
  /** Whether the walk should make way for another round. */
  readonly makesWay: () => Promise<boolean>;
}

/** How a walk ended, and until when the site asked to be left alone, where it did. */
export interface WalkEnd extends RunEnd {
  readonly resumeAt: Date | null;
}

/** Looks at one id after the other, until the plan is done or something ends it. */
export async function walk(
  plan: Plan,
  {
    addresses,
    onLook,
    ...parts
  }: LookParts & {
    readonly addresses: SiteAddresses;
    /** Told of every look, once the page is stored. */
    readonly onLook: (result: LookResult) => Promise<void>;
  },
  { until, stopping, lost, makesWay }: WalkLimits,
): Promise<WalkEnd> {
  const guard = new BreakGuard();
  let readBefore = false;
  /** What may be believed of a page that is gone, where the one before it was read. */
  const mayVanish = (sourceNumber: number) => async () =>
    readBefore || (await addresses.showsOthers([sourceNumber]));
  const lookOnce = (sourceNumber: number) =>
    lookAtId(sourceNumber, parts, { form: addresses.form, mayVanish: mayVanish(sourceNumber) });

  let step = await plan.next();
  while (!step.done) {
    if (stopping.aborted) return ended("stopped", "asked_to_stop");
    if (lost.aborted) return ended("stopped", "lock_lost");
    if (until !== null && parts.now() >= until) return ended("stopped", "out_of_time");
    if (await makesWay()) return ended("stopped", "made_way");
    let result = await lookOnce(step.value);
    const moved =
      result.code === "vanished"
        ? await addresses.recheck([step.value])
        : await addresses.learnFrom(result, guard.refusalsInARow + (result.found === "refused" ? 1 : 0));
    if (moved) result = await lookOnce(step.value);
    readBefore = result.stateBefore !== null && ["unchanged", "changed"].includes(result.found);
    await onLook(result);
    const reason =
      result.code === "vanished"
        ? "vanished"
        : guard.see({ ...result, wasAnswered: result.stateBefore === "answered" });
    if (reason !== null) return broken(reason, result);
    const { suspicion } = guard;
    if (suspicion !== null) {
      const isFound =
        (await addresses.showsOthers([step.value])) ||
        // No page came: another address would not bring it.
        (suspicion !== "failures" && (await addresses.recheck([step.value])));
      if (!isFound) return broken(suspicion, result);
      guard.reassure();
    }
    step = await plan.next(result);
  }
  return ended("finished", null);
}

/** Runs what asks the site, until the site or we ourselves forbid to go on. */
export async function untilForbidden(ask: () => Promise<WalkEnd>): Promise<WalkEnd> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.code === "stopped") return ended("stopped", "asked_to_stop");
    if (error.code === "asked_to_wait")
      return { ...ended("stopped", "asked_to_wait"), resumeAt: error.retryAt };
    if (error.code !== "robots_unreachable") throw error;
    return {
      outcome: "broken",
      reason: "failures",
      message: breakMessage("failures", null, error.message),
      resumeAt: null,
    };
  }
}

const ended = (outcome: "finished" | "stopped", reason: string | null): WalkEnd => ({
  outcome,
  reason,
  message: null,
  resumeAt: null,
});

function broken(reason: BreakReason, { sourceNumber, sha256, message }: LookResult): WalkEnd {
  return {
    outcome: "broken",
    reason,
    message: breakMessage(reason, sourceNumber, message),
    evidence: sha256 === null ? null : { sourceId: String(sourceNumber), sha256 },
    resumeAt: null,
  };
}
