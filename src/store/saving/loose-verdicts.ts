import type { LoosePage } from "./kept-pages.ts";
import type { LostPage } from "./question-replay.ts";
import type { Outcome, TakenPage } from "./taken-page.ts";

/** What is to be done with a page that made no version, now that it was read again. */
export type LooseVerdict =
  | {
      /** Nothing but to note who read it, and why it is kept aside. */
      readonly verdict: "noted";
      readonly page: LoosePage;
      readonly taken: TakenPage;
      /** Null where what was noted of it before still holds. */
      readonly outcome: Outcome | null;
    }
  | {
      /** To be saved as a file that came now would be. */
      readonly verdict: "taken";
      readonly taken: TakenPage;
      /** What is foreseen to come of it. */
      readonly outcome: Outcome;
      /** What readers will see change, as paths; empty for a new question. */
      readonly paths: readonly string[];
    }
  | {
      /** It was a page of a question once and is refused now: nothing is done with it. */
      readonly verdict: "lost";
      /** Null where nothing tells which question. */
      readonly questionId: string | null;
      readonly lost: LostPage;
    }
  /** Another page of its question is lost, so that there is nothing to judge it by: nothing is done with it. */
  | { readonly verdict: "left" };
