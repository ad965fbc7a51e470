import { sql } from "drizzle-orm";
import { slugOf } from "../../domain/folded-text.ts";
import { type PersonCorrections, type PersonMention, personSlugOf } from "../../domain/person-corrections.ts";
import { fullerSpelling } from "../../domain/person-name.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { personNames, persons } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** The numbers of the persons of a batch, as they are mentioned. */
export type PersonIds = (mention: PersonMention) => number;

/** Whose people they are, and what was reviewed about who is who. */
interface PeopleContext {
  readonly parliament: string;
  readonly corrections: PersonCorrections;
}

/**
 * Finds the persons mentioned, and takes in those nobody knew and every spelling not met before. The name shown is the
 * fullest of all spellings, in whatever order they come.
 */
export async function takePersons(
  tx: Database,
  mentions: readonly PersonMention[],
  { parliament, corrections }: PeopleContext,
): Promise<PersonIds> {
  const spellings = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const slug = personSlugOf(corrections, mention);
    spellings.set(slug, (spellings.get(slug) ?? new Set()).add(mention.name));
  }
  const known = await findPersons(tx, parliament, [...spellings.keys()]);
  const knownSlugs = new Set(known.map(({ slug }) => slug));
  const fullest = (slug: string, ...others: string[]) =>
    [...(spellings.get(slug) ?? []), ...others].reduce(fullerSpelling);

  const unknown = [...spellings.keys()].filter((slug) => !knownSlugs.has(slug));
  const created = await insertRows(
    tx,
    persons,
    unknown.map((slug) => ({ parliament, slug, name: fullest(slug) })),
    { returning: ["id", "slug"] },
  );
  const renamed = known
    .map(({ id, slug, name }) => ({ id, before: name, name: fullest(slug, name) }))
    .filter(({ before, name }) => name !== before);
  await renamePersons(tx, parliament, renamed);

  const ids = new Map([...known, ...created].map(({ slug, id }) => [slug, id]));
  const verbatim = [...spellings].flatMap(([slug, names]) =>
    [...names].map((name) => ({ parliament, personId: ids.get(slug)!, name, slug: slugOrSelf(name) })),
  );
  await insertRows(tx, personNames, verbatim, { onConflict: sql`do nothing` });
  return (mention) => ids.get(personSlugOf(corrections, mention))!;
}

/** What holds no letter and no digit folds to nothing: such a name is its own key, so that two of them stay two. */
export const slugOrSelf = (text: string) => slugOf(text) || text;

async function findPersons(tx: Database, parliament: string, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  return selectRows<{ id: number; slug: string; name: string }>(
    tx,
    sql`
      select id, slug, name from persons
      where parliament = ${parliament} and slug = any(${sql.param(slugs)}::text[])`,
  );
}

async function renamePersons(
  tx: Database,
  parliament: string,
  renamed: readonly { readonly id: number; readonly name: string }[],
): Promise<void> {
  if (renamed.length === 0) return;
  await tx.execute(sql`
    update persons set name = n.name
    from unnest(${sql.param(renamed.map(({ id }) => id))}::bigint[],
      ${sql.param(renamed.map(({ name }) => name))}::text[]) as n (id, name)
    where persons.parliament = ${parliament} and persons.id = n.id`);
}
