import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { createFinder, type FindHits, positiveTerms } from "../../domain/search/find-hits.ts";
import { excerptOf, highlightTitle } from "../../domain/search/highlight.ts";
import type { SearchQuery } from "../../domain/search/search-query.ts";
import { wordsOf } from "../../domain/search/words.ts";
import type { Database } from "../database.ts";
import { answers, questions } from "../schema/index.ts";
import { lexemesOf } from "./lexemes.ts";
import { wordsOfQuery } from "./tsquery.ts";

/** Where the words of a search were found, as safe HTML with `<mark>`. */
export interface Highlight {
  /** Null where none is in the title. */
  readonly title: string | null;
  /** A passage of the question or else of an answer; null where none is in the texts. */
  readonly excerpt: string | null;
  readonly excerptFrom: "question" | "answer" | null;
}

/** Shows where the words were found in these questions, by question id. */
export async function readHighlights(
  db: Database,
  parliament: string,
  query: SearchQuery,
  questionIds: readonly number[],
): Promise<Map<number, Highlight>> {
  if (questionIds.length === 0 || positiveTerms(query).length === 0) return new Map();
  const asked = await readQuestionTexts(db, parliament, questionIds);
  const find = await finderFor(
    db,
    query,
    asked.flatMap(({ title, text }) => [title, text]),
  );
  const found = new Map(
    asked.map(({ id, title, text }): [number, Highlight] => {
      const excerpt = excerptOf(text, find);
      const excerptFrom = excerpt === null ? null : "question";
      return [id, { title: highlightTitle(title, find), excerpt, excerptFrom }];
    }),
  );
  // Most excerpts are of the question: the answers, which are longer, are read for the others only.
  const without = [...found].flatMap(([id, { excerpt }]) => (excerpt === null ? [id] : []));
  for (const [id, excerpt] of await excerptsOfAnswers(db, parliament, query, without)) {
    found.set(id, { ...found.get(id)!, excerpt, excerptFrom: "answer" });
  }
  return found;
}

/** The first excerpt of an answer of each of these questions that has one. */
async function excerptsOfAnswers(
  db: Database,
  parliament: string,
  query: SearchQuery,
  questionIds: readonly number[],
): Promise<Map<number, string>> {
  const excerpts = new Map<number, string>();
  if (questionIds.length === 0) return excerpts;
  const answered = await readAnswerTexts(db, parliament, questionIds);
  const find = await finderFor(
    db,
    query,
    answered.map(({ text }) => text),
  );
  for (const { id, text } of answered) {
    const excerpt = excerpts.has(id) ? null : excerptOf(text, find);
    if (excerpt !== null) excerpts.set(id, excerpt);
  }
  return excerpts;
}

async function finderFor(db: Database, query: SearchQuery, texts: readonly string[]): Promise<FindHits> {
  const words = new Set(wordsOfQuery(query));
  for (const text of texts) for (const { word } of wordsOf(text)) words.add(word);
  return createFinder(positiveTerms(query), await lexemesOf(db, words));
}

/** Excerpts are of what a reader reaches; the longest texts are lists of many thousand words. */
const LONGEST_SEARCHED = 20_000;

const beginningOf = (text: PgColumn) => sql<string>`left(${text}, ${LONGEST_SEARCHED})`;

function readQuestionTexts(db: Database, parliament: string, ids: readonly number[]) {
  return db
    .select({ id: questions.id, title: questions.title, text: beginningOf(questions.questionText) })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.id, [...ids])));
}

function readAnswerTexts(db: Database, parliament: string, ids: readonly number[]) {
  return db
    .select({ id: answers.questionId, text: beginningOf(answers.text) })
    .from(answers)
    .where(and(eq(answers.parliament, parliament), inArray(answers.questionId, [...ids])))
    .orderBy(asc(answers.questionId), asc(answers.position));
}
