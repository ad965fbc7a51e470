import { sql } from "drizzle-orm";
import { identityOf, referenceSourceId } from "../../domain/question-identity.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";
import { nthReference } from "./question-directory.ts";
import type { ReadPage } from "./read-page.ts";

/** How many questions may share session, minister and number before a second look is needed. */
const FIRST_REACH = 2;

/**
 * Which of the ids that pages without `iddoc` may be given are taken, by a question or by an alias of one. Enough of
 * each name are asked for that a free one is left for every page.
 */
export async function findTakenReferences(
  tx: Database,
  parliament: string,
  pages: readonly ReadPage[],
): Promise<ReadonlySet<string>> {
  const unnamed = pages.filter((page) => page.sourceId === null);
  const wanted = Map.groupBy(unnamed, ({ question }) => referenceSourceId(identityOf(question)));
  if (wanted.size === 0) return new Set();
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const namesOf = (name: string, count: number) =>
      Array.from({ length: reach + count }, (_, i) => nthReference(name, i + 1));
    const names = [...wanted].flatMap(([name, { length }]) => namesOf(name, length));
    const taken = await findTaken(tx, parliament, names);
    const hasRoom = ([name, { length }]: [string, readonly ReadPage[]]) =>
      namesOf(name, length).filter((id) => !taken.has(id)).length >= length;
    if ([...wanted].every(hasRoom)) return taken;
  }
}

async function findTaken(tx: Database, parliament: string, names: readonly string[]): Promise<Set<string>> {
  const rows = await selectRows<{ sourceId: string }>(
    tx,
    sql`
      select source_id as "sourceId" from questions
      where parliament = ${parliament} and source_id = any(${sql.param(names)}::text[])
      union all
      select source_id from question_aliases
      where parliament = ${parliament} and source_id = any(${sql.param(names)}::text[])`,
  );
  return new Set(rows.map((row) => row.sourceId));
}
