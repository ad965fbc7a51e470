import type { DumpedTable } from "./described-table.ts";
import { dumpedPages } from "./dumped-pages.ts";
import { dumpedPeople } from "./dumped-people.ts";
import { dumpedQuestions } from "./dumped-questions.ts";

/**
 * Of what a dump holds and how; to be raised whenever a table or column comes to it or leaves it, or a value is written
 * otherwise: a dump of another number is refused.
 */
export const DUMP_FORMAT = 1;

/** What a dump holds. Dumps are public: a table of personal data never belongs here. Who is referred to comes first. */
export const DUMPED_TABLES: readonly DumpedTable[] = [...dumpedPeople, ...dumpedPages, ...dumpedQuestions];

/** The other tables of the schema, by their names in the database, each with the reason. */
export const UNDUMPED_TABLES: Readonly<Record<string, string>> = {
  vocabulary: "fait des textes, pour chercher : se refait de leurs versions actuelles",
};
