import { and, desc, eq, max } from "drizzle-orm";
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
  /** The session that pages name so; null where no question was put in it. */
  findSession(session: string): Promise<SessionSummary | null>;
}

export function createSessionReader(db: Database, { parliament }: { parliament: string }): SessionReader {
  const read = (session?: string) =>
    db
      .select({ session: questions.session, ...tallyColumns })
      .from(questions)
      .where(
        and(
          eq(questions.parliament, parliament),
          session === undefined ? undefined : eq(questions.session, session),
        ),
      )
      .groupBy(questions.session)
      .orderBy(desc(max(questions.tabledOn)), desc(questions.session));
  return {
    listSessions: () => read(),
    findSession: async (session) => (await read(session))[0] ?? null,
  };
}
