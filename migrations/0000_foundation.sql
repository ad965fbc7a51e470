CREATE TABLE "question_events" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "question_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"question_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"occurred_on" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_events_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "question_events_kind_known" CHECK ("question_events"."kind" in ('tabled', 'holdingAnswer', 'answered', 'converted', 'corrected'))
);
--> statement-breakpoint
CREATE TABLE "question_revisions" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "question_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"question_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"snapshot_id" bigint NOT NULL,
	"parser_version" text NOT NULL,
	"content" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_revisions_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "question_revisions_key" UNIQUE("parliament","question_id","revision")
);
--> statement-breakpoint
CREATE TABLE "ingest_runs" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ingest_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"seen" integer DEFAULT 0 NOT NULL,
	"new" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "ingest_runs_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "ingest_runs_kind_known" CHECK ("ingest_runs"."kind" in ('import', 'samples'))
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "offices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "offices_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "offices_title_key" UNIQUE("parliament","person_id","slug")
);
--> statement-breakpoint
CREATE TABLE "person_names" (
	"parliament" text NOT NULL,
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "person_names_pkey" PRIMARY KEY("parliament","person_id","name")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "persons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "persons_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "persons_slug_key" UNIQUE("parliament","slug")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"parliament" text NOT NULL,
	"question_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"answered_on" date NOT NULL,
	"answered_by_name" text NOT NULL,
	"answered_by_id" bigint NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "answers_pkey" PRIMARY KEY("parliament","question_id","position"),
	CONSTRAINT "answers_kind_known" CHECK ("answers"."kind" in ('answer', 'holdingAnswer', 'authorNote'))
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"parliament" text NOT NULL,
	"question_id" bigint NOT NULL,
	"answer_position" integer NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"url" text,
	CONSTRAINT "attachments_pkey" PRIMARY KEY("parliament","question_id","answer_position","position")
);
--> statement-breakpoint
CREATE TABLE "question_aliases" (
	"parliament" text NOT NULL,
	"source_id" text NOT NULL,
	"question_id" bigint NOT NULL,
	CONSTRAINT "question_aliases_pkey" PRIMARY KEY("parliament","source_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"title" text NOT NULL,
	"session" text NOT NULL,
	"year" integer NOT NULL,
	"official_reference" text NOT NULL,
	"official_number" integer NOT NULL,
	"tabled_on" date NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_by_id" bigint NOT NULL,
	"addressed_to_name" text NOT NULL,
	"addressed_to_id" bigint NOT NULL,
	"addressed_to_office" text,
	"office_id" bigint,
	"question_text" text NOT NULL,
	"announced_items" integer,
	"warnings" jsonb NOT NULL,
	"state" text NOT NULL,
	"first_reply_on" date,
	"answered_on" date,
	"revision" integer NOT NULL,
	"snapshot_id" bigint NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questions_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "questions_source_key" UNIQUE("parliament","source_id"),
	CONSTRAINT "questions_year_plausible" CHECK ("questions"."tabled_on" >= date '1980-01-01'),
	CONSTRAINT "questions_revision_counts" CHECK ("questions"."revision" >= 1),
	CONSTRAINT "questions_state_known" CHECK ("questions"."state" in ('open', 'holding', 'answered', 'converted'))
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "refusals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"snapshot_id" bigint NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"parser_version" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refusals_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "refusals_snapshot_key" UNIQUE("parliament","snapshot_id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text,
	"sha256" text NOT NULL,
	"location" text NOT NULL,
	"status" integer,
	"content_type" text,
	"byte_length" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"last_fetched_at" timestamp (3) with time zone NOT NULL,
	"parser_version" text NOT NULL,
	CONSTRAINT "snapshots_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "snapshots_content_key" UNIQUE NULLS NOT DISTINCT("parliament","source_id","sha256"),
	CONSTRAINT "snapshots_sha256_is_hex" CHECK ("snapshots"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "question_events" ADD CONSTRAINT "question_events_revision_fkey" FOREIGN KEY ("parliament","question_id","revision") REFERENCES "public"."question_revisions"("parliament","question_id","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_revisions" ADD CONSTRAINT "question_revisions_question_fkey" FOREIGN KEY ("parliament","question_id") REFERENCES "public"."questions"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_revisions" ADD CONSTRAINT "question_revisions_snapshot_fkey" FOREIGN KEY ("parliament","snapshot_id") REFERENCES "public"."snapshots"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_person_fkey" FOREIGN KEY ("parliament","person_id") REFERENCES "public"."persons"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_names" ADD CONSTRAINT "person_names_person_fkey" FOREIGN KEY ("parliament","person_id") REFERENCES "public"."persons"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_fkey" FOREIGN KEY ("parliament","question_id") REFERENCES "public"."questions"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_answered_by_fkey" FOREIGN KEY ("parliament","answered_by_id") REFERENCES "public"."persons"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_answer_fkey" FOREIGN KEY ("parliament","question_id","answer_position") REFERENCES "public"."answers"("parliament","question_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_aliases" ADD CONSTRAINT "question_aliases_question_fkey" FOREIGN KEY ("parliament","question_id") REFERENCES "public"."questions"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asked_by_fkey" FOREIGN KEY ("parliament","asked_by_id") REFERENCES "public"."persons"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_addressed_to_fkey" FOREIGN KEY ("parliament","addressed_to_id") REFERENCES "public"."persons"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_office_fkey" FOREIGN KEY ("parliament","office_id") REFERENCES "public"."offices"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_snapshot_fkey" FOREIGN KEY ("parliament","snapshot_id") REFERENCES "public"."snapshots"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusals" ADD CONSTRAINT "refusals_snapshot_fkey" FOREIGN KEY ("parliament","snapshot_id") REFERENCES "public"."snapshots"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_events_by_question" ON "question_events" USING btree ("parliament","question_id","id");--> statement-breakpoint
CREATE INDEX "question_revisions_by_snapshot" ON "question_revisions" USING btree ("parliament","snapshot_id");--> statement-breakpoint
CREATE INDEX "ingest_runs_by_start" ON "ingest_runs" USING btree ("parliament","started_at","id");--> statement-breakpoint
CREATE INDEX "answers_by_answerer" ON "answers" USING btree ("parliament","answered_by_id");--> statement-breakpoint
CREATE INDEX "questions_by_day" ON "questions" USING btree ("parliament","tabled_on","id");--> statement-breakpoint
CREATE INDEX "questions_by_answer" ON "questions" USING btree ("parliament","answered_on","id") WHERE "questions"."answered_on" is not null;--> statement-breakpoint
CREATE INDEX "questions_by_minister" ON "questions" USING btree ("parliament","addressed_to_id","tabled_on","id","state");--> statement-breakpoint
CREATE INDEX "questions_by_author" ON "questions" USING btree ("parliament","asked_by_id","tabled_on","id");--> statement-breakpoint
CREATE INDEX "questions_by_office" ON "questions" USING btree ("parliament","office_id","tabled_on");--> statement-breakpoint
CREATE INDEX "questions_by_session" ON "questions" USING btree ("parliament","session","tabled_on","id","state");--> statement-breakpoint
CREATE INDEX "questions_by_change" ON "questions" USING btree ("parliament","modified_at","id");--> statement-breakpoint
CREATE INDEX "questions_by_identity" ON "questions" USING btree ("parliament","official_number","tabled_on");--> statement-breakpoint
CREATE INDEX "questions_unanswered_by_day" ON "questions" USING btree ("parliament","tabled_on","id") WHERE "questions"."answered_on" is null;--> statement-breakpoint
CREATE INDEX "snapshots_by_hash" ON "snapshots" USING btree ("parliament","sha256");