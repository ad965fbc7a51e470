import type { ParsedAnswer, ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { AddressForm } from "./addresses.ts";
import { renderingOf } from "./pages.ts";
import type { Records } from "./records.ts";
import {
  appears,
  type Change,
  type Correction,
  countItems,
  gainsAnswer,
  getsCorrected,
  shownAt,
  type SiteRecord,
  vanishes,
} from "./shown-record.ts";

const NOTHING: SiteRecord = { origin: null, changes: [] };

/**
 * What the site holds, and what is done to it: at once, or at the moment given. Truths know no warnings: what
 * a page would be warned of (an answer before its question) is for the parser's own tests.
 */
export function createArchive(records: Records, now: () => Date) {
  const changed = new Map<number, SiteRecord>();
  const recordOf = (id: number) => changed.get(id) ?? records.find(id) ?? NOTHING;
  const present = (id: number) => shownAt(recordOf(id), now());

  function change(id: number, next: Change): void {
    const record = recordOf(id);
    changed.set(id, { ...record, changes: [...record.changes, next] });
  }

  /** @throws where the page to be changed shows nothing at that moment: a slip of the test */
  function changeShown(id: number, next: Change): void {
    if (shownAt(recordOf(id), next.at).shown === null) throw new Error(`nothing is shown under id ${id}`);
    change(id, next);
  }

  return {
    /** What stands under an id now, and since when. */
    present,

    /** A question of its own, in place of whatever the id shows. */
    add(id: number, question: ParsedQuestion, appearsAt = now()): void {
      const record = countItems({ ...question, sourceId: String(id) });
      change(id, appears(appearsAt, { kind: "Question écrite", record }));
    },

    /** The page goes, and comes back only by `add`. */
    remove(id: number, vanishesAt = now()): void {
      changeShown(id, vanishes(vanishesAt));
    },

    /** One more answer below what the page shows. */
    publishAnswer(id: number, answer: ParsedAnswer, publishedAt = now()): void {
      changeShown(id, gainsAnswer(publishedAt, answer));
    },

    /** Other words, dates, people, or answers; a new `tabledOn` may need a new `year`. */
    correct(id: number, correction: Correction, replacesAt = now()): void {
      changeShown(id, getsCorrected(replacesAt, correction));
    },

    /** The written questions shown now, by id, as pages of this form tell them. */
    truth(form: AddressForm): Map<number, ParsedQuestion> {
      const range = Array.from({ length: records.to - records.from + 1 }, (_, i) => records.from + i);
      const ids = new Set([...range, ...changed.keys()]);
      const questions = new Map<number, ParsedQuestion>();
      for (const id of [...ids].toSorted((one, other) => one - other)) {
        const { shown } = present(id);
        if (shown?.kind === "Question écrite") questions.set(id, renderingOf[form].shows(shown.record));
      }
      return questions;
    },
  };
}
