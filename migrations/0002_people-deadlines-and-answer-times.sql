CREATE TABLE "derivation_states" (
	"parliament" text NOT NULL,
	"fingerprint" text NOT NULL,
	"derived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "derivation_states_pkey" PRIMARY KEY("parliament")
);
--> statement-breakpoint
CREATE TABLE "office_portfolios" (
	"parliament" text NOT NULL,
	"office_id" bigint NOT NULL,
	"portfolio_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "office_portfolios_pkey" PRIMARY KEY("parliament","office_id","portfolio_id")
);
--> statement-breakpoint
CREATE TABLE "portfolios" (
	"parliament" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "portfolios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "portfolios_pkey" PRIMARY KEY("parliament","id"),
	CONSTRAINT "portfolios_slug_key" UNIQUE("parliament","slug")
);
--> statement-breakpoint
ALTER TABLE "ingest_runs" DROP CONSTRAINT "ingest_runs_kind_known";--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD COLUMN "recomputation" jsonb;--> statement-breakpoint
ALTER TABLE "person_names" ADD COLUMN "slug" text;--> statement-breakpoint
-- Until now a spelling belonged to the person of its folded name.
UPDATE "person_names" SET "slug" = "persons"."slug" FROM "persons" WHERE "persons"."parliament" = "person_names"."parliament" AND "persons"."id" = "person_names"."person_id";--> statement-breakpoint
ALTER TABLE "person_names" ALTER COLUMN "slug" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "nature_evidence" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "answer_nature" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "converted_on" date;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "delay_doubt" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "answer_due_on" date;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "answer_rule_id" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "asked_by_party" text;--> statement-breakpoint
ALTER TABLE "office_portfolios" ADD CONSTRAINT "office_portfolios_office_fkey" FOREIGN KEY ("parliament","office_id") REFERENCES "public"."offices"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_portfolios" ADD CONSTRAINT "office_portfolios_portfolio_fkey" FOREIGN KEY ("parliament","portfolio_id") REFERENCES "public"."portfolios"("parliament","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "office_portfolios_by_portfolio" ON "office_portfolios" USING btree ("parliament","portfolio_id","office_id");--> statement-breakpoint
CREATE INDEX "person_names_by_slug" ON "person_names" USING btree ("parliament","slug");--> statement-breakpoint
CREATE INDEX "questions_owed_by_due_day" ON "questions" USING btree ("parliament","answer_due_on","id") WHERE "questions"."answered_on" is null and "questions"."converted_on" is null and "questions"."delay_doubt" is null;--> statement-breakpoint
CREATE INDEX "questions_for_delays" ON "questions" USING btree ("parliament","tabled_on","id","addressed_to_id","asked_by_id","asked_by_party","office_id","session","state","first_reply_on","answered_on","answer_nature","converted_on","answer_due_on","delay_doubt");--> statement-breakpoint
ALTER TABLE "ingest_runs" ADD CONSTRAINT "ingest_runs_kind_known" CHECK ("ingest_runs"."kind" in ('import', 'samples', 'round', 'nightly', 'backfill', 'reparse', 'recompute'));--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_nature_known" CHECK ("answers"."nature" in ('substantive', 'holding', 'referral', 'notCompetent'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_nature_known" CHECK ("questions"."answer_nature" in ('substantive', 'referral', 'notCompetent'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_doubt_known" CHECK ("questions"."delay_doubt" in ('impossibleDates', 'unreadItems', 'promiseDate'));