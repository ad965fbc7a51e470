import type { QuestionState } from "../domain/answer-times.ts";
import type { BrokenSign } from "../domain/page-sign.ts";
import type { LookCounts } from "../store/ingest-runs.ts";
import type { Poorer } from "./ingest-report.ts";

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

/** What came of the ids of a round. The lists hold the first few hundred, the counts all of them. */
export interface LookReport extends LookCounts {
  /** `file` is the id, under the name that imports give it. */
  readonly refusals: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  readonly poorer: readonly Poorer[];
  readonly failures: readonly Failure[];
}

/** An id whose page did not come. */
export interface Failure {
  readonly sourceId: string;
  readonly code: string;
  readonly message: string;
}

/** More would be no help to whoever reads them, and a site can refuse a hundred thousand pages. */
const LISTED_AT_MOST = 500;

/** An id whose page could not be had, with what is said of it. */
interface Trouble {
  readonly found: "refused" | "poorer" | "failed";
  readonly sourceId: string;
  readonly questionId: string;
  readonly code: string;
  readonly message: string;
}

/** Counts ids as they are looked at; of one that is looked at again, the last look counts. */
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
  /** Of every id that may be looked at again, what came of it. */
  readonly #counted = new Map<number, Trouble["found"]>();
  readonly #troubles = new Map<number, Trouble>();

  add({ sourceNumber, found, code, message }: LookResult, questionId: string): void {
    const before = this.#counted.get(sourceNumber);
    if (before !== undefined) this.#counts[before] -= 1;
    this.#counted.delete(sourceNumber);
    this.#troubles.delete(sourceNumber);
    this.#counts[found] += 1;
    if (found !== "refused" && found !== "poorer" && found !== "failed") return;
    this.#counted.set(sourceNumber, found);
    if (this.#troubles.size >= LISTED_AT_MOST) return;
    const said = { code: code ?? "", message: message ?? "" };
    this.#troubles.set(sourceNumber, { found, sourceId: String(sourceNumber), questionId, ...said });
  }

  report(requests: number): LookReport {
    const { poorer, otherKind, ...counts } = this.#counts;
    const seen = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const of = (found: Trouble["found"]) => [...this.#troubles.values()].filter((one) => one.found === found);
    return {
      ...counts,
      seen,
      unchanged: counts.unchanged + poorer,
      otherKinds: otherKind,
      requests,
      refusals: of("refused").map(({ sourceId: file, code, message }) => ({ file, code, message })),
      poorer: of("poorer").map(({ sourceId: file, questionId, message }) => ({ file, questionId, message })),
      failures: of("failed").map(({ sourceId, code, message }) => ({ sourceId, code, message })),
    };
  }
}
