import { sql } from "drizzle-orm";
import { type PersonCorrections, personSlugsOf } from "../../domain/person-corrections.ts";
import { shownName } from "../../domain/person-name.ts";
import type { Database } from "../database.ts";
import { selectRows } from "../select-rows.ts";

/**
 * Takes from persons the spellings that no longer mean them, which only corrections gave or took; then removes persons
 * of whom nothing is left, with their offices. To be called once every question was matched again.
 */
export async function forgetPeople(
  tx: Database,
  parliament: string,
  corrections: PersonCorrections,
): Promise<void> {
  const spellings = await selectRows<Spelling>(
    tx,
    sql`
      select n.person_id as "personId", p.slug as "personSlug", n.name, n.slug
      from person_names as n
      join persons as p on p.parliament = n.parliament and p.id = n.person_id
      where n.parliament = ${parliament} and (n.slug <> p.slug or
        p.slug = any(${sql.param(corrections.merges.map(({ from }) => from))}::text[]))`,
  );
  const stray = spellings.filter(({ slug, personSlug }) => !personSlugsOf(corrections, slug).has(personSlug));
  if (stray.length > 0) {
    await tx.execute(sql`
      delete from person_names as n
      using unnest(${sql.param(stray.map(({ personId }) => personId))}::bigint[],
        ${sql.param(stray.map(({ name }) => name))}::text[]) as s (person_id, name)
      where n.parliament = ${parliament} and n.person_id = s.person_id and n.name = s.name`);
    await renamePeople(tx, parliament, [...new Set(stray.map(({ personId }) => personId))]);
  }
  await removeNameless(tx, parliament);
}

interface Spelling {
  readonly personId: number;
  readonly personSlug: string;
  readonly name: string;
  readonly slug: string;
}

/** Shows each of these persons under the fullest of the spellings that are left. */
async function renamePeople(tx: Database, parliament: string, personIds: readonly number[]): Promise<void> {
  const people = await selectRows<{ id: number; slug: string; names: string[] }>(
    tx,
    sql`
      select p.id, p.slug, array_agg(n.name) as names
      from persons as p
      join person_names as n on n.parliament = p.parliament and n.person_id = p.id
      where p.parliament = ${parliament} and p.id = any(${sql.param([...personIds])}::bigint[])
      group by p.id, p.slug`,
  );
  await tx.execute(sql`
    update persons set name = n.name
    from unnest(${sql.param(people.map(({ id }) => id))}::bigint[],
      ${sql.param(people.map(({ slug, names }) => shownName(slug, names)))}::text[]) as n (id, name)
    where persons.parliament = ${parliament} and persons.id = n.id`);
}

async function removeNameless(tx: Database, parliament: string): Promise<void> {
  const isNameless = sql`
    not exists (select from person_names as n where n.parliament = ${parliament} and n.person_id = p.id)
    and not exists (select from questions as q where q.parliament = ${parliament} and q.asked_by_id = p.id)
    and not exists (select from questions as q where q.parliament = ${parliament} and q.addressed_to_id = p.id)
    and not exists (select from answers as a where a.parliament = ${parliament} and a.answered_by_id = p.id)`;
  const nameless = await selectRows<{ id: number }>(
    tx,
    sql`select p.id from persons as p where p.parliament = ${parliament} and ${isNameless}`,
  );
  if (nameless.length === 0) return;
  const ids = sql`${sql.param(nameless.map(({ id }) => id))}::bigint[]`;
  const theirs = sql`select id from offices where parliament = ${parliament} and person_id = any(${ids})`;
  await tx.execute(
    sql`delete from office_portfolios where parliament = ${parliament} and office_id in (${theirs})`,
  );
  await tx.execute(sql`delete from offices where parliament = ${parliament} and person_id = any(${ids})`);
  await tx.execute(sql`delete from persons where parliament = ${parliament} and id = any(${ids})`);
}
