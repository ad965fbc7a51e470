import type { QuestionState } from "../domain/answer-times.ts";
import type { BrokenSign } from "../domain/page-sign.ts";
import type { LookCounts } from "../store/ingest-runs.ts";
import type { Poorer, Refused } from "./ingest-report.ts";

/**
 * What came of a look at one id. `refused`: a page came that is no record that can be read. `failed`: no page came, or
 * one that shows that the site as a whole does not answer (`sign`).
 */
export interface LookResult {
  readonly sourceNumber: number;
  readonly found: "new" | "changed" | "unchanged" | "poorer" | "refused" | "otherKind" | "absent" | "failed";
  /** Why, as a stable word and a French sentence, for what was refused, poorer or failed; null otherwise. */
  readonly code: string | null;
  readonly message: string | null;
  /** What the site shows in the place of every page; null where it does not. */
  readonly sign: BrokenSign | null;
  /** Of the page that came; null where none did. */
  readonly sha256: string | null;
  readonly isEmpty: boolean;
  /** Of the question as it was known before; null where none was. */
  readonly stateBefore: QuestionState | null;
}

/** What came of the ids of a round. The lists hold the first of their kind, the counts all of them. */
export interface LookReport extends LookCounts {
  readonly refusals: readonly Refused[];
  readonly poorer: readonly Poorer[];
  readonly failures: readonly Failure[];
}

/** An id whose page did not come. */
export interface Failure {
  readonly sourceId: string;
  readonly code: string;
  readonly message: string;
}

/** More would be no help to whoever reads them, and a broken site can refuse a hundred thousand pages. */
const LISTED_AT_MOST = 200;

/** Counts looks as they come. */
export class LookTally {
  readonly #counts = {
    new: 0,
    changed: 0,
    unchanged: 0,
    poorer: 0,
    refused: 0,
    otherKind: 0,
    absent: 0,
    failed: 0,
  };
  readonly #refusals: Refused[] = [];
  readonly #poorer: Poorer[] = [];
  readonly #failures: Failure[] = [];

  add({ sourceNumber, found, code, message }: LookResult, questionId: string): void {
    this.#counts[found] += 1;
    const sourceId = String(sourceNumber);
    const said = { code: code ?? "", message: message ?? "" };
    if (found === "refused") keep(this.#refusals, { file: sourceId, ...said });
    if (found === "poorer") keep(this.#poorer, { file: sourceId, questionId, message: said.message });
    if (found === "failed") keep(this.#failures, { sourceId, ...said });
  }

  report(requests: number): LookReport {
    const { poorer, otherKind, ...counts } = this.#counts;
    const seen = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    return {
      ...counts,
      seen,
      unchanged: counts.unchanged + poorer,
      otherKinds: otherKind,
      requests,
      refusals: this.#refusals,
      poorer: this.#poorer,
      failures: this.#failures,
    };
  }
}

function keep<T>(list: T[], element: T): void {
  if (list.length < LISTED_AT_MOST) list.push(element);
}
