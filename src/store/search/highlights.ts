import { and, eq, inArray, sql } from "drizzle-orm";
import { createFinder, positiveTerms } from "../../domain/search/find-hits.ts";
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
  /** A passage; null where none is in the texts. */
  readonly excerpt: string | null;
  readonly excerptFrom: "question" | "answer" | null;
}

interface QuestionTexts {
  readonly id: number;
  readonly title: string;
  readonly questionText: string;
  readonly answerTexts: readonly string[];
}

/** Shows where the words were found in these questions, by question id. */
export async function readHighlights(
  db: Database,
  parliament: string,
  query: SearchQuery,
  questionIds: readonly number[],
): Promise<Map<number, Highlight>> {
  const terms = positiveTerms(query);
  if (questionIds.length === 0 || terms.length === 0) return new Map();
  const found = await readTexts(db, parliament, questionIds);
  const texts = found.flatMap(({ title, questionText, answerTexts }) => [
    title,
    questionText,
    ...answerTexts,
  ]);
  const lexemeOf = await lexemesOf(db, [
    ...wordsOfQuery(query),
    ...texts.flatMap((text) => wordsOf(text).map(({ word }) => word)),
  ]);
  const find = createFinder(terms, lexemeOf);
  return new Map(
    found.map(({ id, title, questionText, answerTexts }) => {
      const asked = excerptOf(questionText, find);
      const answered = asked === null ? firstGiven(answerTexts, (text) => excerptOf(text, find)) : null;
      const excerptFrom = asked === null ? (answered === null ? null : "answer") : "question";
      return [id, { title: highlightTitle(title, find), excerpt: asked ?? answered, excerptFrom }];
    }),
  );
}

function firstGiven<T, Made>(all: readonly T[], make: (one: T) => Made | null): Made | null {
  for (const one of all) {
    const made = make(one);
    if (made !== null) return made;
  }
  return null;
}

function readTexts(db: Database, parliament: string, ids: readonly number[]): Promise<QuestionTexts[]> {
  const answerTexts = sql<string[]>`array(
    select ${answers.text} from ${answers}
    where ${answers.parliament} = ${questions.parliament} and ${answers.questionId} = ${questions.id}
    order by ${answers.position})`;
  return db
    .select({ id: questions.id, title: questions.title, questionText: questions.questionText, answerTexts })
    .from(questions)
    .where(and(eq(questions.parliament, parliament), inArray(questions.id, [...ids])));
}
