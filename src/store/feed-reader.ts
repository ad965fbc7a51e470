import { atOneMoment } from "./at-one-moment.ts";
import type { Database } from "./database.ts";
import { type FeedDeadlineRequest, type FeedDeadlines, readDeadlines } from "./feeds/deadlines.ts";
import { type FeedEventPage, type FeedEventRequest, readEventPage } from "./feeds/event-page.ts";
import { type FeedQuestionPage, type FeedQuestionRequest, readFeedPage } from "./feeds/feed-page.ts";
import { type FeedQuestion, findFeedQuestion } from "./feeds/feed-question.ts";
import type { QuestionFilter } from "./question-filter.ts";

/** Reads what feeds of the questions of one parliament are made of. */
export interface FeedReader {
  listQuestions(filter: QuestionFilter, request: FeedQuestionRequest): Promise<FeedQuestionPage>;
  findQuestion(sourceId: string): Promise<FeedQuestion | null>;
  listEvents(request: FeedEventRequest): Promise<FeedEventPage>;
  listDeadlines(filter: QuestionFilter, request: FeedDeadlineRequest): Promise<FeedDeadlines>;
}

export function createFeedReader(
  database: Database,
  { parliament }: { readonly parliament: string },
): FeedReader {
  return {
    listQuestions: (filter, request) =>
      atOneMoment(database, (db) => readFeedPage(db, parliament, filter, request)),
    findQuestion: (sourceId) => atOneMoment(database, (db) => findFeedQuestion(db, parliament, sourceId)),
    listEvents: (request) => atOneMoment(database, (db) => readEventPage(db, parliament, request)),
    listDeadlines: (filter, request) =>
      atOneMoment(database, (db) => readDeadlines(db, parliament, filter, request)),
  };
}
