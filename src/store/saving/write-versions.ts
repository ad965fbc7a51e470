import { mentionsOf } from "../../domain/mentions.ts";
import type { Database } from "../database.ts";
import { forgetOtherDerivation } from "../deriving/derivation-state.ts";
import { keepSpellings } from "../search/keep-spellings.ts";
import { makeSearchColumns } from "../search/search-columns.ts";
import { takeOffices } from "./offices.ts";
import { takePersons } from "./people.ts";
import { type NewRevision, presentContent, type TrackedQuestion } from "./tracked-question.ts";
import { writeAnswers } from "./write-answers.ts";
import { writeHistory } from "./write-history.ts";
import { type VersionContext, writeQuestions } from "./write-questions.ts";

/** What a batch came to, in memory. */
export interface TakenVersions {
  readonly questions: readonly TrackedQuestion[];
  /** In the order in which they came. */
  readonly revisions: readonly NewRevision[];
}

/** Writes what a batch came to, under the write lock. */
export async function writeVersions(
  tx: Database,
  { questions, revisions }: TakenVersions,
  { parliament, reference, now }: VersionContext,
): Promise<void> {
  const rewritten = questions.filter(({ snapshotId }) => snapshotId !== null);
  const { corrections, fingerprint } = reference;
  if (rewritten.length > 0) await forgetOtherDerivation(tx, { parliament, fingerprint });
  const present = rewritten.map(presentContent);
  const contents = [...revisions.map(({ content }) => content), ...present];
  const personId = await takePersons(tx, contents.flatMap(mentionsOf), {
    parliament,
    corrections,
  });
  const officeId = await takeOffices(tx, parliament, contents, personId);
  await keepSpellings(tx, parliament, contents);
  const columns = await makeSearchColumns(tx, present);
  const searchColumns = new Map(rewritten.map((question, i) => [question, columns[i]!]));
  const context = { parliament, reference, personId, officeId, searchColumns, now };
  const questionId = await writeQuestions(tx, questions, context);
  await writeAnswers(tx, questions, questionId, context);
  await writeHistory(tx, revisions, questionId, context);
}
