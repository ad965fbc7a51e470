import { stringify } from "csv-stringify/sync";
import type { QuestionJson } from "../api/schemas/question.ts";
import { QUESTION_COLUMNS } from "./question-columns.ts";

/** Lines end as RFC 4180 has them end; a cell is quoted where it needs to be. */
const RFC_4180 = { record_delimiter: "\r\n", quote_record_delimiter: true } as const;

/** The first line of the table. */
export function questionCsvHeader(): string {
  return stringify([QUESTION_COLUMNS.map(({ name }) => name)], RFC_4180);
}

/** One row each. */
export function questionCsvRows(questions: readonly QuestionJson[]): string {
  return stringify(
    questions.map((question) => QUESTION_COLUMNS.map(({ cellOf }) => cellOf(question))),
    RFC_4180,
  );
}
