import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { QuestionContent } from "../../domain/question-content.ts";
import type { Change } from "../../domain/question-difference.ts";
import type { EventKind } from "../../domain/question-events.ts";
import { day, identity, instant, parliament, reference } from "./columns.ts";
import { questions } from "./questions.ts";
import { snapshots } from "./snapshots.ts";

/** Every stored version of a question, whole, with what changed against the one before. Append-only. */
export const questionRevisions = pgTable(
  "question_revisions",
  {
    parliament: parliament(),
    id: identity(),
    questionId: reference("question_id").notNull(),
    revision: integer("revision").notNull(),
    snapshotId: reference("snapshot_id").notNull(),
    parserVersion: text("parser_version").notNull(),
    content: jsonb("content").$type<QuestionContent>().notNull(),
    /** Empty for the first version. */
    changes: jsonb("changes").$type<readonly Change[]>().notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "question_revisions_pkey", columns: [t.parliament, t.id] }),
    unique("question_revisions_key").on(t.parliament, t.questionId, t.revision),
    index("question_revisions_by_snapshot").on(t.parliament, t.snapshotId),
    foreignKey({
      name: "question_revisions_question_fkey",
      columns: [t.parliament, t.questionId],
      foreignColumns: [questions.parliament, questions.id],
    }),
    foreignKey({
      name: "question_revisions_snapshot_fkey",
      columns: [t.parliament, t.snapshotId],
      foreignColumns: [snapshots.parliament, snapshots.id],
    }),
  ],
);

/** What happened, in the order in which it became visible. Append-only; readers remember the last id they saw. */
export const questionEvents = pgTable(
  "question_events",
  {
    parliament: parliament(),
    id: identity(),
    questionId: reference("question_id").notNull(),
    revision: integer("revision").notNull(),
    kind: text("kind").$type<EventKind>().notNull(),
    /** The day the source gives for it; null where it gives none (a correction). */
    occurredOn: day("occurred_on"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "question_events_pkey", columns: [t.parliament, t.id] }),
    foreignKey({
      name: "question_events_revision_fkey",
      columns: [t.parliament, t.questionId, t.revision],
      foreignColumns: [
        questionRevisions.parliament,
        questionRevisions.questionId,
        questionRevisions.revision,
      ],
    }),
    index("question_events_by_question").on(t.parliament, t.questionId, t.id),
    check(
      "question_events_kind_known",
      sql`${t.kind} in ('tabled', 'holdingAnswer', 'answered', 'converted', 'corrected',
        'disappeared', 'reappeared')`,
    ),
  ],
);
