import type { BrokenSign } from "./page-sign.ts";

/**
 * Why a round stops by itself: the site as a whole does not show what it should. `emptyPages`, `refusals`, `failures`:
 * so many one after the other. `lostAnswers`: answered questions are shown without what was answered. `vanished`:
 * questions are gone together with those that should still be there.
 */
export type BreakReason = BrokenSign | "emptyPages" | "refusals" | "failures" | "lostAnswers" | "vanished";

/** What the guard wants to know of a look. */
export interface GuardedLook {
  readonly found: "new" | "changed" | "unchanged" | "poorer" | "refused" | "otherKind" | "absent" | "failed";
  readonly sign: BrokenSign | null;
  readonly isEmpty: boolean;
  /** Whether it was so at the last look already: pages that cannot be read come in rows when they are due together. */
  readonly isOldNews: boolean;
  /** Whether the question was known to be answered. */
  readonly wasAnswered: boolean;
}

/** So many pages of the kind in a row are no accident. */
const LIMITS = { emptyPages: 3, lostAnswers: 3, failures: 5, refusals: 8 } as const;

/** So many pages in a row that were bad before, and only one that was good before tells whether the site is bad too. */
const OLD_NEWS_BORNE = 3;

type Streak = keyof typeof LIMITS;

/**
 * Watches the looks of a round for signs that the site is broken. One page that shows a robot check, a login or a
 * maintenance is enough; other faults happen to single pages, and only a streak of them tells.
 */
export class BreakGuard {
  readonly #streaks: Record<Streak, number> = { emptyPages: 0, lostAnswers: 0, failures: 0, refusals: 0 };
  #oldNews = 0;
  #suspicion: BreakReason = "failures";

  /** Takes a look into account; the reason to stop, or null to go on. */
  see(look: GuardedLook): BreakReason | null {
    if (look.sign !== null) return look.sign;
    if (look.isOldNews) return this.#noteOldNews(look);
    const { found, isEmpty, wasAnswered } = look;
    const isRead = found === "new" || found === "changed" || found === "unchanged";
    if (isRead) this.reassure();
    this.#count("failures", found === "failed", found !== "failed");
    this.#count("emptyPages", isEmpty, !isEmpty && found !== "failed");
    // What is absent comes without a page to judge the site by.
    this.#count("refusals", found === "refused", isRead || found === "otherKind" || found === "poorer");
    this.#count("lostAnswers", found === "poorer" && wasAnswered, isRead && wasAnswered);
    const broken = (Object.keys(LIMITS) as Streak[]).find(
      (streak) => this.#streaks[streak] >= LIMITS[streak],
    );
    return broken ?? null;
  }

  /** How many pages in a row were refused. */
  get refusalsInARow(): number {
    return this.#streaks.refusals;
  }

  /** The reason to stop, should no page that was good before be shown either; null where there is nothing to ask. */
  get suspicion(): BreakReason | null {
    return this.#oldNews >= OLD_NEWS_BORNE ? this.#suspicion : null;
  }

  /** A page that was good before is shown: others are bad by themselves. */
  reassure(): void {
    this.#oldNews = 0;
  }

  #noteOldNews({ found, isEmpty }: GuardedLook): null {
    if (found !== "failed" && found !== "refused") return null;
    this.#oldNews += 1;
    this.#suspicion = found === "failed" ? "failures" : isEmpty ? "emptyPages" : "refusals";
    return null;
  }

  #count(streak: Streak, isOne: boolean, endsIt: boolean): void {
    if (isOne) this.#streaks[streak] += 1;
    else if (endsIt) this.#streaks[streak] = 0;
  }
}
