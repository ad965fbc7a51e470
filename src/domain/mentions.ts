import type { CalendarDate } from "./calendar-date.ts";
import type { ParsedAnswer } from "./parsed-question.ts";
import type { QuestionContent } from "./question-content.ts";

/** A name on a page: whose it is may depend on what that person does there, and when. */
export interface PersonMention {
  readonly name: string;
  readonly role: "author" | "minister";
  /** The day of the question, or of the answer signed. */
  readonly on: CalendarDate;
}

/** The author, as the page mentions them. */
export const authorOf = ({ askedBy, tabledOn }: QuestionContent): PersonMention => ({
  name: askedBy,
  role: "author",
  on: tabledOn,
});

/** The addressee, as the page mentions them. */
export const ministerOf = ({ addressedTo, tabledOn }: QuestionContent): PersonMention => ({
  name: addressedTo.name,
  role: "minister",
  on: tabledOn,
});

/** Who signed an answer: a minister, save for the author's note. */
export const signerOf = ({ kind, answeredBy, answeredOn }: ParsedAnswer): PersonMention => ({
  name: answeredBy,
  role: kind === "authorNote" ? "author" : "minister",
  on: answeredOn,
});

/** Everybody a version of a question mentions. */
export const mentionsOf = (content: QuestionContent): PersonMention[] => [
  authorOf(content),
  ministerOf(content),
  ...content.answers.map(signerOf),
];
