import type { BrokenSign } from "./page-sign.ts";

/** What of single pages, one after the other, makes the site as a whole doubtful. */
export type Doubt = "emptyPages" | "refusals" | "failures" | "lostAnswers" | "noQuestions";

/**
 * Why a round stops by itself: the site as a whole does not show what it should. `emptyPages`, `refusals`, `failures`:
 * pages without a letter, that cannot be read, that do not come. `lostAnswers`: answered questions are shown without
 * what was answered. `noQuestions`: whatever the id, a record of another kind. `vanished`: questions are gone together
 * with those that should still be there.
 */
export type BreakReason = BrokenSign | Doubt | "vanished";

/** What the guard wants to know of a look. */
export interface GuardedLook {
  readonly found: "new" | "changed" | "unchanged" | "poorer" | "refused" | "otherKind" | "absent" | "failed";
  readonly isEmpty: boolean;
  /** Whether the question was known to be answered. */
  readonly wasAnswered: boolean;
}

/** So many pages in a row are a reason to look whether the site shows a question that it showed before. */
const DOUBTFUL: Readonly<Record<Doubt, number>> = {
  emptyPages: 3,
  lostAnswers: 3,
  failures: 3,
  refusals: 3,
  noQuestions: 50,
};

/** So many times as many settle it where no such question is known. */
const BEYOND_DOUBT = 3;

const DOUBTS = Object.keys(DOUBTFUL) as readonly Doubt[];

/**
 * Watches the looks of a round for signs that the site is broken. Faults happen to single pages, and pages that stay bad
 * come in rows when they are due together: a row of them raises a doubt, which another question settles.
 */
export class BreakGuard {
  readonly #inARow: Record<Doubt, number> = {
    emptyPages: 0,
    lostAnswers: 0,
    failures: 0,
    refusals: 0,
    noQuestions: 0,
  };
  #patience = 1;

  /** Takes a look into account; what it makes doubtful, or null. */
  see({ found, isEmpty, wasAnswered }: GuardedLook): Doubt | null {
    const isRead = found === "new" || found === "changed" || found === "unchanged";
    this.#count("failures", found === "failed", found !== "failed");
    this.#count("emptyPages", isEmpty, !isEmpty && found !== "failed");
    // What is absent comes without a page to judge the site by.
    this.#count("refusals", found === "refused", isRead || found === "otherKind" || found === "poorer");
    this.#count("lostAnswers", found === "poorer" && wasAnswered, isRead && wasAnswered);
    this.#count("noQuestions", found === "otherKind", isRead || found === "poorer");
    return DOUBTS.find((doubt) => this.#inARow[doubt] >= DOUBTFUL[doubt] * this.#patience) ?? null;
  }

  /** Whether a doubt that nothing can settle is to be taken for certain. */
  isBeyondDoubt(doubt: Doubt): boolean {
    return this.#inARow[doubt] >= DOUBTFUL[doubt] * BEYOND_DOUBT;
  }

  /** The site shows what it showed before: these pages are bad by themselves, and more of them are borne from now on. */
  reassure(): void {
    for (const doubt of DOUBTS) this.#inARow[doubt] = 0;
    this.#patience *= 2;
  }

  #count(doubt: Doubt, isOne: boolean, endsIt: boolean): void {
    if (isOne) this.#inARow[doubt] += 1;
    else if (endsIt) this.#inARow[doubt] = 0;
  }
}
