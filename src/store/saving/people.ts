import { sql } from "drizzle-orm";
import { slugOf } from "../../domain/folded-text.ts";
import { fullerSpelling } from "../../domain/person-name.ts";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { personNames, persons } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** The numbers of the persons of a batch, by any spelling of their names. */
export type PersonIds = (name: string) => number;

/** The names on a version of a question, as published. */
export function namesOf(content: QuestionContent): string[] {
  return [content.askedBy, content.addressedTo.name, ...content.answers.map((answer) => answer.answeredBy)];
}

/**
 * Finds the persons of these names, and takes in those nobody knew and every spelling not met before. The name shown
 * is the fullest of all spellings, in whatever order they come.
 */
export async function takePersons(
  tx: Database,
  parliament: string,
  names: readonly string[],
): Promise<PersonIds> {
  const spellings = Map.groupBy(new Set(names), slugOrSelf);
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
  const idOf = (name: string) => ids.get(slugOrSelf(name))!;
  const verbatim = [...spellings.values()]
    .flat()
    .map((name) => ({ parliament, personId: idOf(name), name, slug: slugOrSelf(name) }));
  await insertRows(tx, personNames, verbatim, { onConflict: sql`do nothing` });
  return idOf;
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
