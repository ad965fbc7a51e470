import type { Outcome, RefusalReason } from "../store/page-store.ts";

/** What came of a set of pages, in the words of the public contract. */
export interface IngestReport {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  /** Pages that changed nothing a reader sees, the poorer ones among them. */
  readonly unchanged: number;
  readonly refused: readonly Refused[];
  /** Pages that are kept but hold less than what is stored, or an earlier version of it. */
  readonly poorer: readonly Poorer[];
}

/** A page that is no complete written question; `file` is its id on the site where it was fetched. */
export interface Refused {
  readonly file: string;
  readonly code: RefusalReason;
  readonly message: string;
}

/** A page that was not taken over, for what it lacks. */
export interface Poorer {
  readonly file: string;
  readonly questionId: string;
  readonly message: string;
}

/** Counts outcomes as they come. */
export class IngestTally {
  readonly #counts = { new: 0, changed: 0, unchanged: 0 };
  readonly #refused: Refused[] = [];
  readonly #poorer: Poorer[] = [];

  add(file: string, outcome: Outcome): void {
    if (outcome.outcome === "refused") {
      this.#refused.push({ file, code: outcome.code, message: outcome.message });
      return;
    }
    if (outcome.outcome === "poorer") {
      this.#poorer.push({ file, questionId: outcome.questionId, message: outcome.message });
      this.#counts.unchanged += 1;
      return;
    }
    this.#counts[outcome.outcome] += 1;
  }

  report(): IngestReport {
    const { new: fresh, changed, unchanged } = this.#counts;
    const seen = fresh + changed + unchanged + this.#refused.length;
    return { seen, new: fresh, changed, unchanged, refused: this.#refused, poorer: this.#poorer };
  }
}
