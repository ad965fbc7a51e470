import type { StoredQuestion } from "../../store/stored-question.ts";
import type { QuestionJson } from "../api/schemas/question.ts";
import { questionCsvHeader, questionCsvRows } from "./question-csv.ts";

/** The forms in which all questions of a filter can be had at once. */
export const EXPORT_FORMATS = ["csv", "jsonl"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How a format is written; what it writes is also the ending of its files. */
interface FormatWriter {
  readonly mediaType: string;
  /** What comes before the first question; empty where nothing does. */
  readonly head: () => string;
  readonly lines: (questions: readonly QuestionJson[]) => string;
}

const WRITERS: Readonly<Record<ExportFormat, FormatWriter>> = {
  csv: { mediaType: "text/csv", head: questionCsvHeader, lines: questionCsvRows },
  jsonl: {
    mediaType: "application/jsonl",
    head: () => "",
    lines: (questions) => questions.map((question) => `${JSON.stringify(question)}\n`).join(""),
  },
};

export const mediaTypeOf = (format: ExportFormat): string => WRITERS[format].mediaType;

/**
 * An export in pieces, each of whole lines, made as they are asked for: nothing is read before it can be taken, and whoever
 * stops taking stops the reading. `onBatch` is told how many questions a piece has brought.
 */
export async function* writeExport(
  format: ExportFormat,
  batches: AsyncIterable<readonly StoredQuestion[]>,
  present: (question: StoredQuestion) => QuestionJson,
  onBatch: (questions: number) => void = () => undefined,
): AsyncGenerator<string, void> {
  const { head, lines } = WRITERS[format];
  const first = head();
  if (first !== "") yield first;
  for await (const batch of batches) {
    yield lines(batch.map(present));
    onBatch(batch.length);
  }
}
