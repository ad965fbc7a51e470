import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import type { DerivedQuestion } from "./derive-again.ts";

/** Writes what changed of questions that were derived again; for readers they are modified. */
export async function writeFacts(
  tx: Database,
  derived: readonly DerivedQuestion[],
  { parliament, now }: { readonly parliament: string; readonly now: Date },
): Promise<void> {
  const rows = derived.map(({ facts, id, askedById, addressedToId, officeId }) => ({
    ...facts,
    id,
    askedById,
    addressedToId,
    officeId,
  }));
  await tx.execute(sql`
    update questions
    set state = f.state, first_reply_on = f."firstReplyOn", answered_on = f."answeredOn",
      answer_nature = f."answerNature", delay_doubt = f."delayDoubt", converted_on = f."convertedOn",
      answer_due_on = f."answerDueOn", answer_rule_id = f."answerRuleId", asked_by_party = f."askedByParty",
      asked_by_id = f."askedById", addressed_to_id = f."addressedToId", office_id = f."officeId",
      modified_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (id bigint, state text, "firstReplyOn" date,
      "answeredOn" date, "answerNature" text, "delayDoubt" text, "convertedOn" date, "answerDueOn" date,
      "answerRuleId" text, "askedByParty" text, "askedById" bigint, "addressedToId" bigint, "officeId" bigint)
    where questions.parliament = ${parliament} and questions.id = f.id`);
  const answers = derived.flatMap(({ id: questionId, answers }) =>
    answers.map((answer, position) => ({ ...answer, questionId, position })),
  );
  await tx.execute(sql`
    update answers
    set nature = f.nature, nature_evidence = f."natureEvidence", answered_by_id = f."answeredById"
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as f ("questionId" bigint, position integer,
      nature text, "natureEvidence" jsonb, "answeredById" bigint)
    where answers.parliament = ${parliament} and answers.question_id = f."questionId"
      and answers.position = f.position`);
}
