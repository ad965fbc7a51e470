import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import type { Database } from "../../src/store/database.ts";
import { readAnswers, readQuestions } from "../../src/store/question-rows.ts";
import { PARLIAMENT } from "./page-stores.ts";

/** What a question says, in the terms of a page; how many items the page announced is not told to readers. */
type ToldQuestion = Omit<ParsedQuestion, "announcedItems">;

/** All questions stored, one after the other by id, as their pages would tell them. */
export async function storedQuestions(db: Database): Promise<ToldQuestion[]> {
  const rows = await readQuestions(db, { condition: undefined, order: [], limit: 100_000, texts: true });
  const questionIds = rows.map(({ id }) => id);
  const answers = await readAnswers(db, { parliament: PARLIAMENT, questionIds, texts: true });
  const questions = rows.map((row): ToldQuestion => {
    const { id, sourceId, title, session, year, officialReference, officialNumber, tabledOn } = row;
    const { name, office } = row.addressedTo;
    return {
      ...{ sourceId, title, session, year, officialReference, officialNumber, tabledOn },
      askedBy: row.askedBy.name,
      addressedTo: { name, office },
      questionText: row.questionText,
      answers: (answers.get(id) ?? []).map(({ kind, answeredOn, answeredBy, text, attachments }) => {
        return { kind, answeredOn, answeredBy: answeredBy.name, text, attachments };
      }),
      warnings: row.warnings,
    };
  });
  return questions.toSorted((one, other) => Number(one.sourceId) - Number(other.sourceId));
}

/** What a replica shows, to be compared with what is stored. */
export function toldBy(truth: ReadonlyMap<number, ParsedQuestion>): ToldQuestion[] {
  return [...truth.values()].map(({ announcedItems: _count, ...question }) => question);
}
