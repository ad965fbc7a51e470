import { and, desc, eq } from "drizzle-orm";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import type { QuestionFilter } from "./question-filter.ts";
import { type PageRequest, type QuestionPage, readPage } from "./question-page.ts";
import { AFFORDABLE } from "./search/reach.ts";
import { derivationStates, questionAliases, questions } from "./schema/index.ts";
import type { StoredQuestion } from "./stored-question.ts";
import { readWhole } from "./whole-questions.ts";

/** Looks questions of one parliament up. */
export interface QuestionReader {
  listQuestions(filter: QuestionFilter, page: PageRequest): Promise<QuestionPage>;
  findQuestion(sourceId: string): Promise<StoredQuestion | null>;
  /** The present source id of a question that was once kept under `formerId`; null where no question was. */
  findPresentId(formerId: string): Promise<string | null>;
  /**
   * When a question was last stored or changed, or all that follows from them derived again; null while there is
   * none.
   */
  findNewestChange(): Promise<Date | null>;
}

export function createQuestionReader(
  database: Database,
  { parliament, affordable = AFFORDABLE }: { readonly parliament: string; readonly affordable?: number },
): QuestionReader {
  const scope = { parliament, affordable };
  return {
    listQuestions: (filter, page) => atOneMoment(database, (db) => readPage(db, scope, filter, page)),
    findQuestion: (sourceId) => atOneMoment(database, (db) => findWhole(db, parliament, sourceId)),

    async findPresentId(formerId) {
      const isNamed = and(
        eq(questions.parliament, questionAliases.parliament),
        eq(questions.id, questionAliases.questionId),
      );
      const [row] = await database
        .select({ sourceId: questions.sourceId })
        .from(questionAliases)
        .innerJoin(questions, isNamed)
        .where(and(eq(questionAliases.parliament, parliament), eq(questionAliases.sourceId, formerId)));
      return row?.sourceId ?? null;
    },

    async findNewestChange() {
      const [row] = await database
        .select({ modifiedAt: questions.modifiedAt, derivedAt: derivationStates.derivedAt })
        .from(questions)
        .leftJoin(derivationStates, eq(derivationStates.parliament, questions.parliament))
        .where(eq(questions.parliament, parliament))
        .orderBy(desc(questions.modifiedAt), desc(questions.id))
        .limit(1);
      if (row === undefined) return null;
      const { modifiedAt, derivedAt } = row;
      return derivedAt !== null && derivedAt > modifiedAt ? derivedAt : modifiedAt;
    },
  };
}

async function findWhole(db: Database, parliament: string, sourceId: string): Promise<StoredQuestion | null> {
  const condition = and(eq(questions.parliament, parliament), eq(questions.sourceId, sourceId));
  const [question] = await readWhole(db, parliament, { condition, order: [], limit: 1 });
  return question ?? null;
}
