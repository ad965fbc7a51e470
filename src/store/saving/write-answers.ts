import { sql } from "drizzle-orm";
import { natureOf } from "../../domain/answer-nature/nature-of.ts";
import { signerOf } from "../../domain/mentions.ts";
import type { ParsedAnswer } from "../../domain/parsed-question.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { answers, attachments } from "../schema/index.ts";
import { presentContent, type TrackedQuestion } from "./tracked-question.ts";
import type { QuestionIds, WriteContext } from "./write-questions.ts";

/** Puts the answers and annexes of the versions a batch brought in the place of those before. */
export async function writeAnswers(
  tx: Database,
  tracked: readonly TrackedQuestion[],
  questionId: QuestionIds,
  { parliament, personId }: WriteContext,
): Promise<void> {
  const rewritten = tracked.filter(({ snapshotId }) => snapshotId !== null);
  await removeAnswers(
    tx,
    parliament,
    rewritten.flatMap(({ id }) => id ?? []),
  );
  const signed = rewritten.flatMap((question) =>
    presentContent(question).answers.map((answer, position) => ({
      ...answer,
      parliament,
      questionId: questionId(question),
      position,
      answeredByName: answer.answeredBy,
      answeredById: personId(signerOf(answer)),
      ...natureColumns(answer),
    })),
  );
  await insertRows(tx, answers, signed);
  const annexes = signed.flatMap((answer) =>
    answer.attachments.map(({ label, url }, position) => ({
      parliament,
      questionId: answer.questionId,
      answerPosition: answer.position,
      position,
      label,
      url,
    })),
  );
  await insertRows(tx, attachments, annexes);
}

/** What an answer is, as its row says it. */
export function natureColumns(answer: ParsedAnswer) {
  const judged = natureOf(answer);
  return { nature: judged?.nature ?? null, natureEvidence: judged?.evidence ?? [] };
}

async function removeAnswers(
  tx: Database,
  parliament: string,
  questionIds: readonly number[],
): Promise<void> {
  if (questionIds.length === 0) return;
  for (const table of [attachments, answers]) {
    await tx.execute(sql`
      delete from ${table}
      where parliament = ${parliament} and question_id = any(${sql.param(questionIds)}::bigint[])`);
  }
}
