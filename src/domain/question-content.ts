import type { ParsedQuestion } from "./parsed-question.ts";

/** What a version of a question says; how the page announced or warned of it is no part of the version. */
export type QuestionContent = Omit<ParsedQuestion, "sourceId" | "announcedItems" | "warnings">;

/** The part of a parsed page that makes its version. */
export function contentOf(question: ParsedQuestion): QuestionContent {
  const { sourceId: _id, announcedItems: _count, warnings: _warnings, ...content } = question;
  return content;
}
