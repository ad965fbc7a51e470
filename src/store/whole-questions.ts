import type { SQL } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type ListedQuestion, readAnswers, readQuestions } from "./question-rows.ts";
import type { QuestionSummary, StoredQuestion } from "./stored-question.ts";

interface WholeSelection {
  readonly condition: SQL | undefined;
  readonly order: readonly SQL[];
  readonly limit: number;
}

/** Questions with all their texts, in the order asked for. */
export async function readWhole(
  db: Database,
  parliament: string,
  selection: WholeSelection,
): Promise<StoredQuestion[]> {
  const found = await readQuestions(db, { ...selection, texts: true });
  const questionIds = found.map(({ id }) => id);
  const answers = await readAnswers(db, { parliament, questionIds, texts: true });
  return found.map((question) => ({ ...question, answers: answers.get(question.id) ?? [] }));
}

/** The same questions with their answers, without any text. */
export async function summarise(
  db: Database,
  parliament: string,
  listed: readonly ListedQuestion[],
): Promise<QuestionSummary[]> {
  const questionIds = listed.map(({ id }) => id);
  const answers = await readAnswers(db, { parliament, questionIds, texts: false });
  return listed.map(({ questionText: _, ...question }) => ({
    ...question,
    answers: (answers.get(question.id) ?? []).map(({ text: _text, ...answer }) => answer),
  }));
}
