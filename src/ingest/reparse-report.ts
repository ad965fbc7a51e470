import { questionIdOf } from "../domain/question-identity.ts";
import type { RunCounts } from "../store/ingest-runs.ts";
import type { Outcome } from "../store/page-store.ts";
import type { LostPage, LooseVerdict, QuestionReplay } from "../store/reparse-store.ts";

/** Something that reading the pages again brings to light, told before anything of it is written. */
export type Finding =
  | {
      readonly finding: "changed";
      readonly questionId: string;
      /** What reads differently: `title`, `answers[0].text`, `warnings`. */
      readonly paths: readonly string[];
    }
  | { readonly finding: "new"; readonly questionId: string }
  | {
      /** A page of a stored question that is now refused; nothing stored is changed for it. */
      readonly finding: "lost";
      /** Null where nothing tells which question. */
      readonly questionId: string | null;
      readonly location: string;
      readonly code: string;
      readonly message: string;
    };

/** What came of reading pages again. */
export interface ReparseReport {
  /** Whether it came to the end; else the next run goes on. */
  readonly finished: boolean;
  /** Pages. */
  readonly read: number;
  /** Questions of which something reads differently. */
  readonly changed: number;
  /** Questions found in pages that were refused before. */
  readonly new: number;
  /** Pages of stored questions that are now refused. */
  readonly lost: number;
  /** Pages that were refused before and still are. */
  readonly refused: number;
}

/** Counts what comes of pages, batch by batch. */
export class ReparseTally {
  readonly #counts = { read: 0, changed: 0, new: 0, lost: 0, refused: 0 };

  /** `due`: how many pages it was read for. */
  addReplay({ lost, paths }: QuestionReplay, due: number): void {
    this.#counts.read += due;
    this.#counts.lost += lost.length;
    if (paths.length > 0) this.#counts.changed += 1;
  }

  /** `outcomes` of those that were to be taken. */
  addVerdicts(verdicts: readonly LooseVerdict[], outcomes: readonly Outcome[]): void {
    this.#counts.read += verdicts.length;
    for (const verdict of verdicts) {
      if (verdict.verdict === "lost") this.#counts.lost += 1;
      if (verdict.verdict === "noted" && "refusal" in verdict.taken.reading) this.#counts.refused += 1;
    }
    for (const { outcome } of outcomes) {
      if (outcome === "new" || outcome === "changed") this.#counts[outcome] += 1;
    }
  }

  /** The same in the words of all runs. Lost pages are refused ones. */
  runCounts(): RunCounts {
    const { read: seen, changed, new: fresh, lost, refused } = this.#counts;
    const unchanged = Math.max(0, seen - changed - fresh - lost - refused);
    return { seen, new: fresh, changed, unchanged, refused: refused + lost };
  }

  report(finished: boolean): ReparseReport {
    return { finished, ...this.#counts };
  }
}

/** What there is to tell of a question whose pages were read again. */
export function findingsOfReplay({ kept, lost, paths }: QuestionReplay, parliament: string): Finding[] {
  const questionId = questionIdOf(parliament, kept.sourceId);
  if (paths.length > 0) return [{ finding: "changed", questionId, paths }];
  return lost.map((page) => lostFinding(questionId, page));
}

/** What there is to tell of another page. */
export function findingsOfVerdict(verdict: LooseVerdict): Finding[] {
  if (verdict.verdict === "lost") return [lostFinding(verdict.questionId, verdict.lost)];
  if (verdict.verdict !== "taken") return [];
  const { outcome, paths } = verdict;
  if (outcome.outcome === "new") return [{ finding: "new", questionId: outcome.questionId }];
  if (outcome.outcome !== "changed") return [];
  return [{ finding: "changed", questionId: outcome.questionId, paths }];
}

const lostFinding = (questionId: string | null, { page, code, message }: LostPage): Finding => ({
  finding: "lost",
  questionId,
  location: page.location,
  code,
  message,
});
