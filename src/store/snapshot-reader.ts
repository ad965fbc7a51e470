import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { and, eq, exists, or, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { questionRevisions, questions, snapshots } from "./schema/index.ts";

/** Gives back pages of one parliament as they came. */
export interface SnapshotReader {
  /**
   * The bytes with that SHA-256 that came as the page of a record, or that a version of its question was read from;
   * null where there are none.
   */
  findPage(sourceId: string, sha256: string): Promise<Buffer | null>;
}

const unpack = promisify(gunzip);

export function createSnapshotReader(
  db: Database,
  { parliament }: { readonly parliament: string },
): SnapshotReader {
  return {
    async findPage(sourceId, sha256) {
      const isOfQuestion = and(
        eq(questions.parliament, questionRevisions.parliament),
        eq(questions.id, questionRevisions.questionId),
      );
      const versions = db
        .select({ one: sql`1` })
        .from(questionRevisions)
        .innerJoin(questions, isOfQuestion)
        .where(
          and(
            eq(questionRevisions.parliament, snapshots.parliament),
            eq(questionRevisions.snapshotId, snapshots.id),
            eq(questions.sourceId, sourceId),
          ),
        );
      const [found] = await db
        .select({ content: snapshots.content })
        .from(snapshots)
        .where(
          and(
            eq(snapshots.parliament, parliament),
            eq(snapshots.sha256, sha256),
            or(eq(snapshots.sourceId, sourceId), exists(versions)),
          ),
        )
        .limit(1);
      return found === undefined ? null : unpack(found.content);
    },
  };
}
