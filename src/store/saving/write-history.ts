import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { questionEvents, questionRevisions } from "../schema/index.ts";
import type { NewRevision } from "./tracked-question.ts";
import type { QuestionIds, WriteContext } from "./write-questions.ts";

/** Appends the versions a batch brought and what they tell, in the order of its pages. */
export async function writeHistory(
  tx: Database,
  revisions: readonly NewRevision[],
  questionId: QuestionIds,
  { parliament, now: recordedAt }: WriteContext,
): Promise<void> {
  const versions = revisions.map(({ question, revision, page, content, changes }) => ({
    parliament,
    questionId: questionId(question),
    revision,
    snapshotId: page.snapshotId,
    parserVersion: page.parserVersion,
    content,
    changes,
    recordedAt,
  }));
  await insertRows(tx, questionRevisions, versions);
  const told = revisions.flatMap(({ question, revision, events }) =>
    events.map((event) => ({
      ...event,
      parliament,
      questionId: questionId(question),
      revision,
      recordedAt,
    })),
  );
  await insertRows(tx, questionEvents, told);
}
