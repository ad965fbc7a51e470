import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static } from "typebox";
import type { QuestionFilter } from "../../store/question-filter.ts";
import type { PageRequest } from "../../store/question-page.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import { encodeCursor } from "./cursor.ts";
import { dateReplyOfToday } from "./last-modified.ts";
import { linkNext } from "./next-link.ts";
import type { QuestionPresenter } from "./question-json.ts";
import type { QuestionList } from "./schemas/lists.ts";

export interface QuestionListing {
  readonly questions: QuestionReader;
  readonly present: QuestionPresenter;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** One page of a list of questions, with the headers that lead on from it. */
export async function answerWithPage(
  { questions, present, baseUrl, now }: QuestionListing,
  { filter, page }: { filter: QuestionFilter; page: PageRequest },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Static<typeof QuestionList.ref>> {
  // Read before the list: a change between the two must not be dated as if the list showed it.
  const asOf = dateReplyOfToday(reply, await questions.findNewestChange(), now());
  const { items, next, total, totalIsExact } = await questions.listQuestions(filter, page);
  const nextCursor = next === null ? null : encodeCursor(page.sort, next);
  if (nextCursor !== null) linkNext(request, reply, { baseUrl, parameter: "cursor", value: nextCursor });
  return {
    items: items.map((question) => present.summary(question, asOf)),
    page: { nextCursor, total, totalIsExact },
  };
}
