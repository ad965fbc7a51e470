import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { parliament } from "./columns.ts";

/**
 * Words met in titles and questions: what a misspelt word is compared with. Words that left their page stay, until the
 * register is made of a dump.
 */
export const vocabulary = pgTable(
  "vocabulary",
  {
    parliament: parliament(),
    /** Folded. */
    word: text("word").notNull(),
    /** As first met, in lower case. */
    spelling: text("spelling").notNull(),
  },
  (t) => [
    primaryKey({ name: "vocabulary_pkey", columns: [t.parliament, t.word] }),
    index("vocabulary_by_letters").using("gin", t.word.op("gin_trgm_ops")),
  ],
);
