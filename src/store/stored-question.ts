import type { AnswerNature } from "../domain/answer-nature/answer-nature.ts";
import type { DelayDoubt } from "../domain/delay-doubt.ts";
import type { QuestionState } from "../domain/answer-times.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { AnswerKind, Attachment, ParseWarning } from "../domain/parsed-question.ts";

/** A name as the page prints it, and the person it was matched to. */
export interface NamedPerson {
  readonly name: string;
  readonly slug: string;
}

/** An answer without its text. */
export interface AnswerSummary {
  readonly kind: AnswerKind;
  readonly answeredOn: CalendarDate;
  readonly answeredBy: NamedPerson;
  readonly attachments: readonly Attachment[];
  /** Null for the author's note and for an answer without words. */
  readonly nature: AnswerNature | null;
  /** The words its nature rests on, verbatim. */
  readonly natureEvidence: readonly string[];
}

export interface StoredAnswer extends AnswerSummary {
  readonly text: string;
}

/** A question as it stands in the store, without its texts. */
export interface QuestionSummary {
  readonly id: number;
  readonly sourceId: string;
  readonly title: string;
  readonly session: string;
  readonly year: number;
  readonly officialReference: string;
  readonly officialNumber: number;
  readonly tabledOn: CalendarDate;
  /** The party is that of the day of the question; null where no list tells it. */
  readonly askedBy: NamedPerson & { readonly party: string | null };
  readonly addressedTo: NamedPerson & { readonly office: string | null };
  readonly state: QuestionState;
  readonly firstReplyOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  /** Why its delays cannot be told; null where they can. */
  readonly delayDoubt: DelayDoubt | null;
  /** The last day on which an answer is on time, by the rule of this id; both null where no rule was in force. */
  readonly answerDueOn: CalendarDate | null;
  readonly answerRuleId: string | null;
  readonly answers: readonly AnswerSummary[];
  readonly warnings: readonly ParseWarning[];
  /** When the page was last looked at. */
  readonly fetchedAt: Date;
  /** When the present version was stored. */
  readonly modifiedAt: Date;
  /** 1 for the first version stored. */
  readonly revision: number;
}

/** A question whole. */
export interface StoredQuestion extends QuestionSummary {
  readonly questionText: string;
  readonly answers: readonly StoredAnswer[];
}
