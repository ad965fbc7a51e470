import { sql } from "drizzle-orm";
import { ministerOf } from "../../domain/mentions.ts";
import { slugOrSelf } from "../../domain/folded-text.ts";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { offices } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import type { PersonIds } from "./people.ts";
import { filePortfolios } from "./portfolios.ts";

/** The numbers of the offices of a batch; null where the page gives no title. */
export type OfficeIds = (personId: number, title: string | null) => number | null;

/**
 * Finds the offices addressed, by person and folded title, and takes in those nobody knew under the title first
 * published.
 */
export async function takeOffices(
  tx: Database,
  parliament: string,
  contents: readonly QuestionContent[],
  personId: PersonIds,
): Promise<OfficeIds> {
  const rows = new Map<string, typeof offices.$inferInsert>();
  for (const content of contents) {
    const { office: title } = content.addressedTo;
    if (title === null) continue;
    const row = { parliament, personId: personId(ministerOf(content)), slug: slugOrSelf(title), title };
    if (!rows.has(keyOf(row))) rows.set(keyOf(row), row);
  }
  const known = await findOffices(tx, parliament, [
    ...new Set([...rows.values()].map((row) => row.personId)),
  ]);
  const ids = new Map(known.map((office) => [keyOf(office), office.id]));
  const unknown = [...rows].filter(([key]) => !ids.has(key)).map(([, row]) => row);
  const created = await insertRows(tx, offices, unknown, { returning: ["id", "personId", "slug", "title"] });
  await filePortfolios(tx, parliament, created);
  for (const office of created) ids.set(keyOf(office), office.id);
  return (personId, title) =>
    title === null ? null : (ids.get(keyOf({ personId, slug: slugOrSelf(title) })) ?? null);
}

const keyOf = ({ personId, slug }: { personId: number; slug: string }) => `${personId} ${slug}`;

async function findOffices(tx: Database, parliament: string, personIds: readonly number[]) {
  if (personIds.length === 0) return [];
  return selectRows<{ id: number; personId: number; slug: string }>(
    tx,
    sql`
      select id, person_id as "personId", slug from offices
      where parliament = ${parliament} and person_id = any(${sql.param(personIds)}::bigint[])`,
  );
}
