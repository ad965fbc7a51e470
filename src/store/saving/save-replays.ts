import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import type { ReferenceData } from "../reference/reference-data.ts";
import { selectRows } from "../select-rows.ts";
import { lockWrites } from "../write-lock.ts";
import { forgetMisreadings, noteReader } from "./note-reader.ts";
import type { QuestionReplay } from "./question-replay.ts";
import { writeVersions } from "./write-versions.ts";

/** Where replays go, when, and which parser read the pages. */
export interface ReplayContext {
  readonly parliament: string;
  readonly now: () => Date;
  readonly parserVersion: string;
  readonly reference: ReferenceData;
}

/**
 * Writes what came of replays, in a transaction of the caller, save for the questions that were written by somebody
 * else since they were read: their numbers are given back, to be read again. A question with a lost page is left
 * alone, and so is the note of who read its pages: it will be told of again.
 */
export async function saveReplays(
  tx: Database,
  given: readonly QuestionReplay[],
  { parliament, now: clock, parserVersion, reference }: ReplayContext,
): Promise<number[]> {
  const replays = given.filter(({ lost }) => lost.length === 0);
  if (replays.length === 0) return [];
  await lockWrites(tx, parliament);
  const now = clock();
  const lookedAt = await findUnmoved(tx, parliament, replays);
  const settled = replays.filter(({ kept }) => lookedAt.has(kept.id));
  for (const { kept, question } of settled) question.fetchedAt = lookedAt.get(kept.id)!;

  const changed = settled.filter(({ question }) => question.isSeen || question.snapshotId !== null);
  if (changed.length > 0) {
    const questions = changed.map(({ question }) => question);
    const revisions = changed.flatMap(({ revision }) => revision ?? []);
    await writeVersions(tx, { questions, revisions }, { parliament, reference, now });
  }
  const pages = settled.flatMap(({ kept }) => kept.pages);
  await forgetMisreadings(tx, parliament, pages);
  await noteReader(tx, parliament, pages, parserVersion);
  return replays.filter(({ kept }) => !lookedAt.has(kept.id)).map(({ kept }) => kept.id);
}

/** The questions that are still as they were read, with when their pages were last looked at. */
async function findUnmoved(
  tx: Database,
  parliament: string,
  replays: readonly QuestionReplay[],
): Promise<Map<number, Date>> {
  const column = <T>(valueOf: (replay: QuestionReplay) => T) => sql.param(replays.map(valueOf));
  const rows = await selectRows<{ id: number; fetchedAt: Date }>(
    tx,
    sql`
      select q.id, q.fetched_at as "fetchedAt"
      from unnest(${column(({ kept }) => kept.id)}::bigint[], ${column(({ kept }) => kept.sourceId)}::text[],
        ${column(({ kept }) => kept.pages.length)}::integer[]
      ) as p (id, source_id, revision)
      cross join lateral (
        select id, fetched_at from questions
        where parliament = ${parliament} and id = p.id and source_id = p.source_id and revision = p.revision
        offset 0
      ) as q`,
  );
  return new Map(rows.map(({ id, fetchedAt }) => [id, fetchedAt]));
}
