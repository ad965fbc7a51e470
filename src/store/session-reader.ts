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
  /** Whether a question was put in it: one look into the index by session. */
  hasSession(session: string): Promise<boolean>;
}

export function createSessionReader(db: Database, { parliament }: { parliament: string }): SessionReader {
  const isOf = (session?: string) =>
    and(
      eq(questions.parliament, parliament),
      session === undefined ? undefined : eq(questions.session, session),
    );
  const read = (session?: string) =>
    db
      .select({ session: questions.session, ...tallyColumns })
      .from(questions)
      .where(isOf(session))
      .groupBy(questions.session)
      .orderBy(desc(max(questions.tabledOn)), desc(questions.session));
  return {
    listSessions: () => read(),
    findSession: async (session) => (await read(session))[0] ?? null,
    hasSession: async (session) => {
      const rows = await db.select({ id: questions.id }).from(questions).where(isOf(session)).limit(1);
      return rows.length > 0;
    },
  };
}
