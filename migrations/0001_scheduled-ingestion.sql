CREATE TABLE "source_pages" (
	"parliament" text NOT NULL,
	"source_number" integer NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"message" text,
	"first_looked_at" timestamp (3) with time zone,
	"last_looked_at" timestamp (3) with time zone,
	"looks" integer NOT NULL,
	"snapshot_id" bigint,
	"etag" text,
	"last_modified" text,
	"tier" text,
	"due_at" timestamp (3) with time zone,
	CONSTRAINT "source_pages_pkey" PRIMARY KEY("parliament","source_number"),
	CONSTRAINT "source_pages_status_known" CHECK ("source_pages"."status" in ('question', 'otherKind', 'absent', 'refused', 'failed')),
	CONSTRAINT "source_pages_number_positive" CHECK ("source_pages"."source_number" > 0),
	CONSTRAINT "source_pages_looks_count" CHECK ("source_pages"."looks" >= 0)
);
--> statement-breakpoint
CREATE TABLE "source_states" (
	"parliament" text NOT NULL,
	"address_form" text,
	"resume_at" timestamp (3) with time zone,
	CONSTRAINT "source_states_pkey" PRIMARY KEY("parliament")
);
--> statement-breakpoint
ALTER TABLE "question_events" DROP CONSTRAINT "question_events_kind_known";--> statement-breakpoint
ALTER TABLE "ingest_runs" DROP CONSTRAINT "ingest_runs_kind_known";--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "evidence_id" bigint;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "from_number" integer;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "to_number" integer;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "other_kinds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "absent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "failed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "requests" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_pages" ADD CONSTRAINT "source_pages_snapshot_fkey" FOREIGN KEY ("parliament","snapshot_id") REFERENCES "public"."snapshots"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_pages_by_due" ON "source_pages" USING btree ("parliament","due_at","source_number") WHERE "source_pages"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "source_pages_by_status" ON "source_pages" USING btree ("parliament","status","source_number");--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD CONSTRAINT "ingest_runs_evidence_fkey" FOREIGN KEY ("parliament","evidence_id") REFERENCES "public"."snapshots"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_events" ADD CONSTRAINT "question_events_kind_known" CHECK ("question_events"."kind" in ('tabled', 'holdingAnswer', 'answered', 'converted', 'corrected',
        'disappeared', 'reappeared'));--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD CONSTRAINT "ingest_runs_outcome_known" CHECK ("ingest_runs"."outcome" in ('finished', 'stopped', 'broken', 'interrupted'));--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD CONSTRAINT "ingest_runs_kind_known" CHECK ("ingest_runs"."kind" in ('import', 'samples', 'round', 'nightly', 'backfill', 'reparse'));--> statement-breakpoint
UPDATE "ingest_runs" SET "outcome" = 'finished' WHERE "finished_at" IS NOT NULL;
--> statement-breakpoint
INSERT INTO "source_pages" ("parliament", "source_number", "status", "looks", "snapshot_id", "tier", "due_at")
SELECT "parliament", "source_id"::integer, 'question', 0, "snapshot_id", 'openYoung', "fetched_at"
FROM "questions" AS q
WHERE "source_id" ~ '^[1-9][0-9]{0,8}$'
  AND NOT EXISTS (SELECT FROM "ingest_runs" AS r WHERE r."parliament" = q."parliament" AND r."kind" = 'samples');
