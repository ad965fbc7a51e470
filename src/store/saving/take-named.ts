import { getTableName, sql } from "drizzle-orm";
import { shownName } from "../../domain/person-name.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import type { persons, portfolios } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/**
 * The numbers of rows that are known by a folded name, by slug; those nobody knew are taken in. Each is shown as
 * `shownName` says.
 */
export async function takeNamed(
  tx: Database,
  table: typeof persons | typeof portfolios,
  parliament: string,
  spellings: ReadonlyMap<string, Iterable<string>>,
): Promise<Map<string, number>> {
  if (spellings.size === 0) return new Map();
  const slugs = [...spellings.keys()];
  const known = await selectRows<{ id: number; slug: string; name: string }>(
    tx,
    sql`
      select id, slug, name from ${table}
      where parliament = ${parliament} and slug = any(${sql.param(slugs)}::text[])`,
  );
  const knownSlugs = new Set(known.map(({ slug }) => slug));
  const nameOf = (slug: string, ...others: string[]) =>
    shownName(slug, [...(spellings.get(slug) ?? []), ...others]);

  const unknown = slugs.filter((slug) => !knownSlugs.has(slug));
  const created = await insertRows(
    tx,
    table,
    unknown.map((slug) => ({ parliament, slug, name: nameOf(slug) })),
    { returning: ["id", "slug"] },
  );
  const renamed = known
    .map(({ id, slug, name: before }) => ({ id, before, name: nameOf(slug, before) }))
    .filter(({ before, name }) => name !== before);
  if (renamed.length > 0) {
    const named = sql.identifier(getTableName(table));
    await tx.execute(sql`
      update ${named} set name = n.name
      from unnest(${sql.param(renamed.map(({ id }) => id))}::bigint[],
        ${sql.param(renamed.map(({ name }) => name))}::text[]) as n (id, name)
      where ${named}.parliament = ${parliament} and ${named}.id = n.id`);
  }
  return new Map([...known, ...created].map(({ slug, id }) => [slug, id]));
}
