import { getTableColumns, sql } from "drizzle-orm";
import { answerTimes } from "../../domain/answer-times.ts";
import { dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { type DelayDoubt, delayDoubtOf } from "../../domain/delay-doubt.ts";
import { deriveFacts } from "../../domain/derived-facts.ts";
import { authorOf, ministerOf } from "../../domain/mentions.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import type { ReferenceData } from "../reference/reference-data.ts";
import { questionAliases, questions } from "../schema/index.ts";
import type { SearchColumns } from "../search/search-columns.ts";
import type { OfficeIds } from "./offices.ts";
import type { PersonIds } from "./people.ts";
import { presentContent, type TrackedQuestion } from "./tracked-question.ts";

/** The number of a question of the batch, once its row is written. */
export type QuestionIds = (question: TrackedQuestion) => number;

/** Where a batch is written, what its facts follow from, and when. */
export interface VersionContext {
  readonly parliament: string;
  readonly reference: ReferenceData;
  readonly now: Date;
}

/** What rows are written with. */
export interface WriteContext extends VersionContext {
  readonly personId: PersonIds;
  readonly officeId: OfficeIds;
  /** Of each question that the batch brought a version of. */
  readonly searchColumns: ReadonlyMap<TrackedQuestion, SearchColumns>;
}

/** Writes the rows of the questions a batch looked at: whole, where it brought a version. */
export async function writeQuestions(
  tx: Database,
  tracked: readonly TrackedQuestion[],
  context: WriteContext,
): Promise<QuestionIds> {
  await noteLooks(tx, tracked, context);
  const [known, fresh] = [tracked.filter(({ id }) => id !== null), tracked.filter(({ id }) => id === null)];
  const rowsOf = (some: readonly TrackedQuestion[]) => some.flatMap((question) => rowOf(question, context));
  const written = await insertRows(tx, questions, rowsOf(fresh), { returning: ["id", "sourceId"] });
  await insertRows(tx, questions, rowsOf(known), {
    onConflict: sql`on constraint questions_source_key do update set ${EVERYTHING_ELSE}`,
  });
  const ids = new Map(written.map(({ sourceId, id }) => [sourceId, id]));
  const questionId = (question: TrackedQuestion) => question.id ?? ids.get(question.sourceId)!;
  const { parliament } = context;
  const aliases = tracked.flatMap((question) =>
    question.formerIds.map((sourceId) => ({ parliament, sourceId, questionId: questionId(question) })),
  );
  await insertRows(tx, questionAliases, aliases);
  return questionId;
}

/** The columns of a question that a later version may change. */
const EVERYTHING_ELSE = sql.join(
  Object.values(getTableColumns(questions))
    .filter(({ name }) => !["parliament", "id", "source_id"].includes(name))
    .map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
  sql`, `,
);

function rowOf(question: TrackedQuestion, context: WriteContext) {
  if (question.snapshotId === null) return [];
  const { parliament, reference, personId, officeId, searchColumns, now } = context;
  const { sourceId, snapshotId, announcedItems, warnings, fetchedAt, versions } = question;
  const content = presentContent(question);
  const { answers: _, askedBy, addressedTo, ...verbatim } = content;
  const addressedToId = personId(ministerOf(content));
  const row: typeof questions.$inferInsert = {
    ...verbatim,
    ...deriveFacts(knownQuestion(question), reference),
    ...searchColumns.get(question)!,
    parliament,
    sourceId,
    askedByName: askedBy,
    askedById: personId(authorOf(content)),
    addressedToName: addressedTo.name,
    addressedToId,
    addressedToOffice: addressedTo.office,
    officeId: officeId(addressedToId, addressedTo.office),
    announcedItems,
    warnings,
    revision: versions.length,
    snapshotId,
    fetchedAt,
    modifiedAt: now,
  };
  return [row];
}

const knownQuestion = ({ versions, announcedItems, fetchedAt, firstReplyOn }: TrackedQuestion) => ({
  versions: versions.map(({ content }) => content),
  announcedItems,
  readOn: dateIn(fetchedAt, SITE_TIME_ZONE),
  firstReplyOn,
});

function doubtOf(question: TrackedQuestion): DelayDoubt | null {
  const times = answerTimes(presentContent(question).answers, question.firstReplyOn);
  return delayDoubtOf(times, knownQuestion(question));
}

/** A question that got its `iddoc` is modified for readers, who know it by that id. */
async function noteLooks(
  tx: Database,
  tracked: readonly TrackedQuestion[],
  { parliament, now }: WriteContext,
): Promise<void> {
  const looked = tracked.filter(
    ({ id, isSeen, formerIds }) => id !== null && (isSeen || formerIds.length > 0),
  );
  if (looked.length === 0) return;
  const column = <T>(valueOf: (question: TrackedQuestion) => T) => sql.param(looked.map(valueOf));
  const ids = column(({ id }) => id);
  await tx.execute(sql`
    update questions set source_id = l.source_id, announced_items = l.announced_items, warnings = l.warnings,
      fetched_at = l.fetched_at, delay_doubt = l.delay_doubt,
      modified_at = case
        when l.is_renamed or questions.warnings is distinct from l.warnings
          or questions.delay_doubt is distinct from l.delay_doubt then ${now.toISOString()}::timestamptz
        else questions.modified_at
      end
    from unnest(${ids}::bigint[], ${column(({ sourceId }) => sourceId)}::text[],
      ${column(({ announcedItems }) => announcedItems)}::integer[],
      ${column(({ warnings }) => JSON.stringify(warnings))}::jsonb[],
      ${column(({ fetchedAt }) => fetchedAt.toISOString())}::timestamptz[],
      ${column(doubtOf)}::text[],
      ${column(({ formerIds }) => formerIds.length > 0)}::boolean[]
    ) as l (id, source_id, announced_items, warnings, fetched_at, delay_doubt, is_renamed)
    where questions.parliament = ${parliament} and questions.id = any(${ids}::bigint[]) and questions.id = l.id`);
}
