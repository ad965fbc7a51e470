import type { CalendarDate } from "./calendar-date.ts";

/** What a question page says, read to its end: verbatim names, calendar dates, no ids of ours. */
export interface ParsedQuestion {
  /** The `iddoc` of the page; null where neither URL nor file name tells it. */
  readonly sourceId: string | null;
  readonly title: string;
  /** As published, `se` in lower case: `2013-2014`, `se2014`. */
  readonly session: string;
  /** The year printed on the page, which should be that of `tabledOn` (else a `year_mismatch` warning). */
  readonly year: number;
  /** The line after "N° :", verbatim: `31 (se2014) 1`. Not unique: numbers restart with each minister. */
  readonly officialReference: string;
  readonly officialNumber: number;
  readonly tabledOn: CalendarDate;
  readonly askedBy: string;
  /** `office` is null where the page gives a name alone. */
  readonly addressedTo: { readonly name: string; readonly office: string | null };
  readonly questionText: string;
  /** In the order of the page. */
  readonly answers: readonly ParsedAnswer[];
  /** How many items the page says it holds; null where it does not say (print pages do not). */
  readonly announcedItems: number | null;
  readonly warnings: readonly ParseWarning[];
}

/**
 * `holdingAnswer`: the heading itself says it is provisional. `authorNote`: signed by the question's own author
 * (art. 144.4 of the rules of procedure: the author gives the written answer up).
 */
export type AnswerKind = "answer" | "holdingAnswer" | "authorNote";

/** One dated piece of a page that follows the question. */
export interface ParsedAnswer {
  readonly kind: AnswerKind;
  readonly answeredOn: CalendarDate;
  readonly answeredBy: string;
  /** Empty where the page gives none (then with a `missing_body` warning). */
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A document linked from the heading of an answer. `url` is null in the text rendering, which has no links. */
export interface Attachment {
  readonly label: string;
  readonly url: string | null;
}

export type WarningCode =
  | "answer_before_question"
  | "item_count_mismatch"
  | "unknown_heading"
  | "heading_repaired"
  | "year_mismatch"
  | "missing_body"
  | "unexpected_people"
  | "text_outside_items";

/** Something on the page that was read, but not as the grammar expects it. */
export interface ParseWarning {
  readonly code: WarningCode;
  readonly message: string;
  /** The words of the page that found no place in the record, so that none is lost. */
  readonly text?: string;
}
