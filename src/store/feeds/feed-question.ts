import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { officePortfolios, portfolios, questionAliases, questions } from "../schema/index.ts";
import type { StoredQuestion } from "../stored-question.ts";
import { readWhole } from "../whole-questions.ts";

/** A question whole, with what feeds say of it beyond. */
export interface FeedQuestion extends StoredQuestion {
  /** The id under which it was first kept: unlike `sourceId`, it stays when the question gets its `iddoc`. */
  readonly firstSourceId: string;
  /** Those its title holds, in the order of the title; none without a title. */
  readonly portfolios: readonly FeedPortfolio[];
}

export interface FeedPortfolio {
  readonly slug: string;
  readonly name: string;
}

/** `FeedQuestion.firstSourceId`, in a query of `questions`. */
export const firstSourceId: SQL<string> = sql<string>`coalesce(
  (select min(${questionAliases.sourceId}) from ${questionAliases}
    where ${questionAliases.parliament} = ${questions.parliament} and ${questionAliases.questionId} = ${questions.id}),
  ${questions.sourceId})`;

/** The question that is kept under an id now; null where none is. */
export async function findFeedQuestion(
  db: Database,
  parliament: string,
  sourceId: string,
): Promise<FeedQuestion | null> {
  const [found] = await db
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), eq(questions.sourceId, sourceId)));
  if (found === undefined) return null;
  return (await readFeedQuestions(db, parliament, [found.id])).get(found.id) ?? null;
}

/** These questions, by id. */
export async function readFeedQuestions(
  db: Database,
  parliament: string,
  questionIds: readonly number[],
): Promise<ReadonlyMap<number, FeedQuestion>> {
  const byId = new Map<number, FeedQuestion>();
  if (questionIds.length === 0) return byId;
  const condition = and(eq(questions.parliament, parliament), inArray(questions.id, [...questionIds]));
  const whole = await readWhole(db, parliament, { condition, order: [], limit: questionIds.length });
  const firstIds = await readFirstIds(db, condition);
  const held = await readPortfolios(db, condition);
  for (const question of whole) {
    const { id, sourceId } = question;
    byId.set(id, {
      ...question,
      firstSourceId: firstIds.get(id) ?? sourceId,
      portfolios: (held.get(id) ?? []).map(({ slug, name }) => ({ slug, name })),
    });
  }
  return byId;
}

async function readFirstIds(db: Database, condition: SQL | undefined): Promise<ReadonlyMap<number, string>> {
  const rows = await db.select({ id: questions.id, firstSourceId }).from(questions).where(condition);
  return new Map(rows.map((row) => [row.id, row.firstSourceId]));
}

async function readPortfolios(db: Database, condition: SQL | undefined) {
  const isOfOffice = and(
    eq(officePortfolios.parliament, questions.parliament),
    eq(officePortfolios.officeId, questions.officeId),
  );
  const isHeld = and(
    eq(portfolios.parliament, officePortfolios.parliament),
    eq(portfolios.id, officePortfolios.portfolioId),
  );
  const rows = await db
    .select({ id: questions.id, slug: portfolios.slug, name: portfolios.name })
    .from(questions)
    .innerJoin(officePortfolios, isOfOffice)
    .innerJoin(portfolios, isHeld)
    .where(condition)
    .orderBy(asc(questions.id), asc(officePortfolios.position));
  return Map.groupBy(rows, ({ id }) => id);
}
