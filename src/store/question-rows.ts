import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Attachment } from "../domain/parsed-question.ts";
import type { Database } from "./database.ts";
import type { PageKey } from "./keyset.ts";
import { answers, attachments, persons, questions } from "./schema/index.ts";
import type { StoredAnswer, StoredQuestion } from "./stored-question.ts";

/** Long texts stay in the database where a list does not show them: they are then read as empty. */
const textIf = (texts: boolean, column: typeof questions.questionText | typeof answers.text) =>
  texts ? sql<string>`${column}` : sql<string>`''`;

interface QuestionSelection {
  readonly condition: SQL | undefined;
  readonly order: readonly SQL[];
  readonly limit: number;
  readonly texts: boolean;
}

/** A question without its answers. */
export type ListedQuestion = Omit<StoredQuestion, "answers">;

/** A question with its place in a list. */
export interface PlacedQuestion {
  readonly question: ListedQuestion;
  readonly key: PageKey;
}

/** Questions with their people, in the order asked for; their answers are read by `readAnswers`. */
export async function readQuestions(
  db: Database,
  { condition, order, limit, texts }: QuestionSelection,
): Promise<ListedQuestion[]> {
  const author = alias(persons, "author");
  const minister = alias(persons, "minister");
  const isAuthor = and(eq(author.parliament, questions.parliament), eq(author.id, questions.askedById));
  const isMinister = and(
    eq(minister.parliament, questions.parliament),
    eq(minister.id, questions.addressedToId),
  );
  return db
    .select({
      id: questions.id,
      sourceId: questions.sourceId,
      title: questions.title,
      session: questions.session,
      year: questions.year,
      officialReference: questions.officialReference,
      officialNumber: questions.officialNumber,
      tabledOn: questions.tabledOn,
      askedBy: { name: questions.askedByName, slug: author.slug, party: questions.askedByParty },
      addressedTo: {
        name: questions.addressedToName,
        slug: minister.slug,
        office: questions.addressedToOffice,
      },
      state: questions.state,
      firstReplyOn: questions.firstReplyOn,
      answeredOn: questions.answeredOn,
      delayDoubt: questions.delayDoubt,
      answerDueOn: questions.answerDueOn,
      answerRuleId: questions.answerRuleId,
      questionText: textIf(texts, questions.questionText),
      warnings: questions.warnings,
      fetchedAt: questions.fetchedAt,
      modifiedAt: questions.modifiedAt,
      revision: questions.revision,
    })
    .from(questions)
    .innerJoin(author, isAuthor)
    .innerJoin(minister, isMinister)
    .where(condition)
    .orderBy(...order)
    .limit(limit);
}

interface AnswerSelection {
  readonly parliament: string;
  readonly questionIds: readonly number[];
  readonly texts: boolean;
}

/** The answers of these questions by question id, in the order of the page. */
export async function readAnswers(
  db: Database,
  { parliament, questionIds, texts }: AnswerSelection,
): Promise<Map<number, StoredAnswer[]>> {
  const byQuestion = new Map<number, StoredAnswer[]>(questionIds.map((id) => [id, []]));
  if (questionIds.length === 0) return byQuestion;
  const rows = await db
    .select({
      questionId: answers.questionId,
      position: answers.position,
      kind: answers.kind,
      answeredOn: answers.answeredOn,
      answeredBy: { name: answers.answeredByName, slug: persons.slug },
      nature: answers.nature,
      natureEvidence: answers.natureEvidence,
      text: textIf(texts, answers.text),
    })
    .from(answers)
    .innerJoin(persons, and(eq(persons.parliament, answers.parliament), eq(persons.id, answers.answeredById)))
    .where(and(eq(answers.parliament, parliament), inArray(answers.questionId, [...questionIds])))
    .orderBy(asc(answers.questionId), asc(answers.position));
  const annexes = await readAttachments(db, parliament, questionIds);
  for (const { questionId, position, ...answer } of rows) {
    const attachments = annexes.get(placeOf(questionId, position)) ?? [];
    byQuestion.get(questionId)?.push({ ...answer, attachments });
  }
  return byQuestion;
}

const placeOf = (questionId: number, position: number) => `${questionId}/${position}`;

async function readAttachments(
  db: Database,
  parliament: string,
  questionIds: readonly number[],
): Promise<Map<string, Attachment[]>> {
  const rows = await db
    .select({
      questionId: attachments.questionId,
      answerPosition: attachments.answerPosition,
      label: attachments.label,
      url: attachments.url,
    })
    .from(attachments)
    .where(and(eq(attachments.parliament, parliament), inArray(attachments.questionId, [...questionIds])))
    .orderBy(asc(attachments.questionId), asc(attachments.answerPosition), asc(attachments.position));
  const byAnswer = new Map<string, Attachment[]>();
  for (const { questionId, answerPosition, label, url } of rows) {
    const place = placeOf(questionId, answerPosition);
    byAnswer.set(place, [...(byAnswer.get(place) ?? []), { label, url }]);
  }
  return byAnswer;
}
