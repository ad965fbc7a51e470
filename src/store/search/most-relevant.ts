import { and, eq, inArray, max } from "drizzle-orm";
import type { PageKey } from "../keyset.ts";
import type { Database } from "../database.ts";
import { type PlacedQuestion, readQuestions } from "../question-rows.ts";
import { questions } from "../schema/index.ts";
import { listByRelevance, type RelevanceRequest } from "./relevance.ts";

interface MostRelevantRequest extends Omit<RelevanceRequest, "after" | "newestId"> {
  readonly after: PageKey | null;
}

/** The next questions in the order of relevance, as lists want them. */
export async function readMostRelevant(
  db: Database,
  parliament: string,
  { after, ...request }: MostRelevantRequest,
): Promise<PlacedQuestion[]> {
  const newestId = after?.relevance?.newestId ?? (await findNewestId(db, parliament));
  const last = after === null ? null : { ...after, rank: after.relevance?.rank ?? 0 };
  const ranked = await listByRelevance(db, { ...request, newestId, after: last });
  const ids = ranked.map(({ id }) => id);
  const condition = and(eq(questions.parliament, parliament), inArray(questions.id, ids));
  const rows = await readQuestions(db, { condition, order: [], limit: ids.length, texts: false });
  const byId = new Map(rows.map((question) => [question.id, question]));
  return ranked.map(({ id, day, stretch, rank }) => ({
    question: byId.get(id)!,
    key: { stretch, day, id, relevance: { rank, newestId } },
  }));
}

async function findNewestId(db: Database, parliament: string): Promise<number> {
  const [row] = await db
    .select({ newestId: max(questions.id) })
    .from(questions)
    .where(eq(questions.parliament, parliament));
  return row?.newestId ?? 0;
}
