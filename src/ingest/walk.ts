import { BreakGuard, type BreakReason, type Doubt } from "../domain/break-guard.ts";
import { FetchError } from "../errors.ts";
import type { RunEnd } from "../store/ingest-runs.ts";
import { breakMessage } from "./break-messages.ts";
import { type LookParts, lookAtId } from "./look-at-id.ts";
import type { LookResult } from "./look-report.ts";
import type { Plan } from "./plans.ts";
import type { SiteAddresses } from "./site-addresses.ts";
import { isUnanswered } from "./site-wide.ts";

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
  const found = new Set<LookResult["found"]>();
  let readBefore = false;
  const lookOnce = (sourceNumber: number) =>
    lookAtId(sourceNumber, parts, {
      form: addresses.form,
      // The page before it was read: the site is well.
      mayVanish: async () => readBefore || (await addresses.showOthers([sourceNumber])) !== false,
    });

  /** Whether the site is broken, as far as a known question tells; where it moved its pages, it is not. */
  async function isBroken(doubt: Doubt, { sourceNumber, code }: LookResult): Promise<boolean> {
    const areShown = await addresses.showOthers([sourceNumber], { answered: doubt === "lostAnswers" });
    if (areShown === null) return guard.isBeyondDoubt(doubt);
    const answers = code !== "http_error" && !isUnanswered(code ?? "");
    const isWell = areShown || (answers && (await addresses.move([sourceNumber])));
    if (isWell) guard.reassure();
    return !isWell;
  }

  let step = await plan.next();
  while (!step.done) {
    if (stopping.aborted) return ended("stopped", "asked_to_stop");
    if (lost.aborted) return ended("stopped", "lock_lost");
    if (until !== null && parts.now() >= until) return ended("stopped", "out_of_time");
    if (await makesWay()) return ended("stopped", "made_way");
    const sourceNumber = step.value;
    let result = await lookOnce(sourceNumber);
    const hasMoved =
      result.code === "vanished" ? await addresses.move([sourceNumber]) : await addresses.learnFrom(result);
    if (hasMoved) result = await lookOnce(sourceNumber);
    await onLook(result);
    if (result.code === "vanished") return broken("vanished", result);
    if (result.sign !== null) return broken(result.sign, result);
    const doubt = guard.see({ ...result, wasAnswered: result.stateBefore === "answered" });
    if (doubt !== null && (await isBroken(doubt, result))) return broken(doubt, result);
    found.add(result.found);
    readBefore = result.stateBefore !== null && (result.found === "unchanged" || result.found === "changed");
    step = await plan.next(result);
  }
  const sawNothing = found.size === 1 && found.has("absent");
  if (!sawNothing || (await addresses.showOthers([])) !== false) return ended("finished", null);
  return (await addresses.move([])) ? ended("stopped", "site_moved") : broken("vanished", null);
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

/** `result` is the look that showed it; null where it took all of them. */
function broken(reason: BreakReason, result: LookResult | null): WalkEnd {
  const { sourceNumber = null, sha256 = null, message = null } = result ?? {};
  return {
    outcome: "broken",
    reason,
    message: breakMessage(reason, sourceNumber, message),
    evidence: sha256 === null || sourceNumber === null ? null : { sourceId: String(sourceNumber), sha256 },
    resumeAt: null,
  };
}
