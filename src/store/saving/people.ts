import { sql } from "drizzle-orm";
import { slugOrSelf } from "../../domain/folded-text.ts";
import type { PersonMention } from "../../domain/mentions.ts";
import { type PersonCorrections, personSlugOf } from "../../domain/person-corrections.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { personNames, persons } from "../schema/index.ts";
import { takeNamed } from "./take-named.ts";

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
  const ids = await takeNamed(tx, persons, parliament, spellings);
  const verbatim = [...spellings].flatMap(([slug, names]) =>
    [...names].map((name) => ({ parliament, personId: ids.get(slug)!, name, slug: slugOrSelf(name) })),
  );
  await insertRows(tx, personNames, verbatim, { onConflict: sql`do nothing` });
  return (mention) => ids.get(personSlugOf(corrections, mention))!;
}
