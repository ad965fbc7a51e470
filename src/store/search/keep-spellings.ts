import { sql } from "drizzle-orm";
import type { QuestionContent } from "../../domain/question-content.ts";
import { spellingsOf } from "../../domain/search/spellings.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { vocabulary } from "../schema/index.ts";

/** Adds the words of questions to those that can be proposed to somebody who misspells one. */
export async function keepSpellings(
  tx: Database,
  parliament: string,
  contents: readonly QuestionContent[],
): Promise<void> {
  const rows = [...spellingsOf(contents)].map(([word, spelling]) => ({ parliament, word, spelling }));
  await insertRows(tx, vocabulary, rows, { onConflict: sql`do nothing` });
}
