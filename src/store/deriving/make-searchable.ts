import { sql } from "drizzle-orm";
import { SEARCH_RULES } from "../../domain/search/search-document.ts";
import type { Database } from "../database.ts";
import { keepSpellings } from "../search/keep-spellings.ts";
import { makeSearchColumns } from "../search/search-columns.ts";
import type { StoredFacts } from "./stored-facts.ts";

/** Makes the search columns anew where they are of other rules. For readers the questions are not modified by that. */
export async function makeSearchable(
  tx: Database,
  stored: readonly StoredFacts[],
  { parliament }: { readonly parliament: string },
): Promise<void> {
  const outdated = stored.filter(({ searchRules }) => searchRules !== SEARCH_RULES);
  if (outdated.length === 0) return;
  const versions = outdated.map((question) => question.versions.map(({ content }) => content));
  await keepSpellings(tx, parliament, versions.flat());
  const columns = await makeSearchColumns(
    tx,
    versions.map((contents) => contents.at(-1)!),
  );
  const rows = columns.map((made, i) => ({ ...made, id: outdated[i]!.id }));
  await tx.execute(sql`
    update questions
    set title_words = s."titleWords", title_vector = s."titleVector", search_vector = s."searchVector",
      search_rules = s."searchRules"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (id bigint, "titleWords" text,
      "titleVector" tsvector, "searchVector" tsvector, "searchRules" integer)
    where questions.parliament = ${parliament} and questions.id = s.id`);
}
