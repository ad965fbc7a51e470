CREATE EXTENSION IF NOT EXISTS "pg_trgm";--> statement-breakpoint
-- Long texts leave the row, so that many rows can be gone over; a look at a page leaves the indexes alone where the row
-- keeps room for its next form.
ALTER TABLE "questions" SET (toast_tuple_target = 1024, fillfactor = 90);--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"parliament" text NOT NULL,
	"word" text NOT NULL,
	"spelling" text NOT NULL,
	CONSTRAINT "vocabulary_pkey" PRIMARY KEY("parliament","word")
);
--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_doubt_known";--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "title_words" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "title_vector" "tsvector";--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "search_vector" "tsvector";--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "search_rules" integer;--> statement-breakpoint
-- A vector is looked at far more often than it is written: reading it whole must not take unpacking it.
ALTER TABLE "questions" ALTER COLUMN "search_vector" SET STORAGE EXTERNAL;--> statement-breakpoint
-- Titles are gone over in numbers, and stay where their question is.
ALTER TABLE "questions" ALTER COLUMN "title_vector" SET STORAGE MAIN;--> statement-breakpoint
CREATE INDEX "vocabulary_by_letters" ON "vocabulary" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "questions_by_due_day" ON "questions" USING btree ("parliament","answer_due_on","id") WHERE "questions"."delay_doubt" is null;--> statement-breakpoint
CREATE INDEX "questions_by_word" ON "questions" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "questions_by_title_word" ON "questions" USING gin ("title_vector");--> statement-breakpoint
CREATE INDEX "questions_by_title" ON "questions" USING btree ("parliament",md5("title_words"),"tabled_on","id");--> statement-breakpoint
CREATE INDEX "questions_by_title_letters" ON "questions" USING gin ("title_words" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_doubt_known" CHECK ("questions"."delay_doubt" in ('withdrawn', 'impossibleDates', 'unreadItems', 'promiseDate'));