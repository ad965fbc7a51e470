import { desc, eq, max } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type QuestionTally, tallyColumns } from "./question-tally.ts";
import { questions } from "./schema/index.ts";

/** A parliamentary session as the pages name it, with its questions. */
export interface SessionSummary extends QuestionTally {
  readonly session: string;
}

export interface SessionReader {
  /** Newest first, by the last question tabled. */
  listSessions(): Promise<SessionSummary[]>;
}

export function createSessionReader(db: Database, { parliament }: { parliament: string }): SessionReader {
  return {
    listSessions: () =>
      db
        .select({ session: questions.session, ...tallyColumns })
        .from(questions)
        .where(eq(questions.parliament, parliament))
        .groupBy(questions.session)
        .orderBy(desc(max(questions.tabledOn)), desc(questions.session)),
  };
}
