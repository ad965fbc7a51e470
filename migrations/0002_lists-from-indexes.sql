DROP INDEX "questions_by_minister";--> statement-breakpoint
DROP INDEX "questions_by_session";--> statement-breakpoint
CREATE INDEX "questions_by_answer" ON "questions" USING btree ("parliament","answered_on","id") WHERE "questions"."answered_on" is not null;--> statement-breakpoint
CREATE INDEX "questions_by_minister" ON "questions" USING btree ("parliament","addressed_to_id","tabled_on","id","state");--> statement-breakpoint
CREATE INDEX "questions_by_session" ON "questions" USING btree ("parliament","session","tabled_on","id","state");