import { and, asc, eq } from "drizzle-orm";
import type { Change } from "../domain/question-difference.ts";
import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import type { StoredEvent } from "./event-reader.ts";
import { questionEvents, questionRevisions, questions, snapshots } from "./schema/index.ts";

/** A stored version of a question: where it came from, and what it changed and told. */
export interface StoredRevision {
  /** 1 for the first one. */
  readonly revision: number;
  readonly recordedAt: Date;
  readonly parserVersion: string;
  /** The page it was read from. */
  readonly snapshot: {
    readonly sha256: string;
    readonly location: string;
    readonly fetchedAt: Date;
    readonly byteLength: number;
  };
  /** Against the version before; empty for the first one. */
  readonly changes: readonly Change[];
  readonly events: readonly RevisionEvent[];
}

export type RevisionEvent = Pick<StoredEvent, "id" | "kind" | "occurredOn" | "recordedAt">;

/** All versions of a question, the oldest first. */
export interface History {
  readonly revisions: readonly StoredRevision[];
  /** When the question or something that happened to it was last stored. */
  readonly modifiedAt: Date;
}

/** Tells what became of the questions of one parliament. */
export interface RevisionReader {
  /** Null where there is no such question. */
  findHistory(sourceId: string): Promise<History | null>;
}

export function createRevisionReader(
  database: Database,
  { parliament }: { readonly parliament: string },
): RevisionReader {
  return {
    findHistory: (sourceId) =>
      atOneMoment(database, async (db) => {
        const [question] = await db
          .select({ id: questions.id, modifiedAt: questions.modifiedAt })
          .from(questions)
          .where(and(eq(questions.parliament, parliament), eq(questions.sourceId, sourceId)));
        if (question === undefined) return null;
        const events = await readEvents(db, parliament, question.id);
        const ofRevision = Map.groupBy(events, ({ revision }) => revision);
        const revisions = (await readRevisions(db, parliament, question.id)).map((row) => ({
          ...row,
          events: (ofRevision.get(row.revision) ?? []).map(({ revision: _, ...event }) => event),
        }));
        const instants = [question.modifiedAt, ...events.map(({ recordedAt }) => recordedAt)];
        return { revisions, modifiedAt: instants.reduce((one, other) => (one > other ? one : other)) };
      }),
  };
}

function readRevisions(db: Database, parliament: string, questionId: number) {
  const isSource = and(
    eq(snapshots.parliament, questionRevisions.parliament),
    eq(snapshots.id, questionRevisions.snapshotId),
  );
  return db
    .select({
      revision: questionRevisions.revision,
      recordedAt: questionRevisions.recordedAt,
      parserVersion: questionRevisions.parserVersion,
      changes: questionRevisions.changes,
      snapshot: {
        sha256: snapshots.sha256,
        location: snapshots.location,
        fetchedAt: snapshots.fetchedAt,
        byteLength: snapshots.byteLength,
      },
    })
    .from(questionRevisions)
    .innerJoin(snapshots, isSource)
    .where(and(eq(questionRevisions.parliament, parliament), eq(questionRevisions.questionId, questionId)))
    .orderBy(asc(questionRevisions.revision));
}

function readEvents(db: Database, parliament: string, questionId: number) {
  return db
    .select({
      revision: questionEvents.revision,
      id: questionEvents.id,
      kind: questionEvents.kind,
      occurredOn: questionEvents.occurredOn,
      recordedAt: questionEvents.recordedAt,
    })
    .from(questionEvents)
    .where(and(eq(questionEvents.parliament, parliament), eq(questionEvents.questionId, questionId)))
    .orderBy(asc(questionEvents.id));
}
