import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { listTwins, type Twin } from "../domain/twins/list-twins.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { readQuestions } from "./question-rows.ts";
import { questions } from "./schema/index.ts";
import type { QuestionSummary } from "./stored-question.ts";
import { readCandidateIds } from "./twins/candidates.ts";
import { summarise } from "./whole-questions.ts";

export type StoredTwin = Twin<QuestionSummary>;

/** Finds the same question put to others, or at another time, within one parliament. */
export interface TwinReader {
  /** The most alike first, at most `limit`; null where there is no such question. */
  findTwins(sourceId: string, limit: number): Promise<StoredTwin[] | null>;
}

/** In characters. No question is longer; what a wrong page brought must not cost seconds. */
const COMPARED_AT_MOST = 20_000;

export function createTwinReader(
  database: Database,
  { parliament }: { readonly parliament: string },
): TwinReader {
  return {
    findTwins: (sourceId, limit) =>
      atOneMoment(database, async (db) => {
        const isMeant = and(eq(questions.parliament, parliament), eq(questions.sourceId, sourceId));
        const [question] = await readCompared(db, isMeant);
        if (question === undefined) return null;
        const candidateIds = await readCandidateIds(db, { ...question, parliament });
        const isCandidate = and(eq(questions.parliament, parliament), inArray(questions.id, candidateIds));
        const twins = listTwins(question, await readCompared(db, isCandidate)).slice(0, limit);
        return withSummaries(db, parliament, twins);
      }),
  };
}

/** Questions with what they are compared by. */
function readCompared(db: Database, condition: SQL | undefined) {
  return db
    .select({
      id: questions.id,
      tabledOn: questions.tabledOn,
      askedById: questions.askedById,
      title: sql<string>`left(${questions.title}, ${COMPARED_AT_MOST}::int)`,
      titleWords: questions.titleWords,
      questionText: sql<string>`left(${questions.questionText}, ${COMPARED_AT_MOST}::int)`,
      textBytes: sql<number>`octet_length(${questions.questionText})`,
      addressedTo: { name: questions.addressedToName, office: questions.addressedToOffice },
    })
    .from(questions)
    .where(condition);
}

async function withSummaries(
  db: Database,
  parliament: string,
  twins: readonly Twin<{ readonly id: number }>[],
): Promise<StoredTwin[]> {
  const questionIds = twins.map(({ question }) => question.id);
  const condition = and(eq(questions.parliament, parliament), inArray(questions.id, questionIds));
  const found = await readQuestions(db, { condition, order: [], limit: twins.length, texts: false });
  const summaries = await summarise(db, parliament, found);
  const byId = new Map(summaries.map((question) => [question.id, question]));
  return twins.map(({ question: { id }, ...twin }) => ({ ...twin, question: byId.get(id)! }));
}
