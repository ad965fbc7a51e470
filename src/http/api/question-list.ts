import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static } from "typebox";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { QuestionSummary } from "../../store/stored-question.ts";
import type { UnderstoodSearch } from "../../store/search/search-reader.ts";
import { encodeCursor } from "./cursor.ts";
import type { AddressedNames } from "./filter-names.ts";
import { dateReplyOfToday } from "./last-modified.ts";
import { linkNext } from "./next-link.ts";
import type { QuestionPresenter } from "./question-json.ts";
import { type FilterSources, pageOf, readFilter } from "./question-query.ts";
import { facetsJson, searchJson } from "./search-json.ts";
import type { QuestionList } from "./schemas/lists.ts";
import type { QuestionQueryJson } from "./schemas/question-query.ts";

export interface QuestionListing extends FilterSources {
  readonly questions: QuestionReader;
  readonly present: QuestionPresenter;
  readonly baseUrl: string;
}

type ListRequest = FastifyRequest<{ Querystring: QuestionQueryJson }>;

/** Below so many questions found, a word may be misspelt. */
const FEW = 5;

/**
 * One page of a list of questions, with the headers that lead on from it. Facets of all questions are given unasked;
 * of the questions of whom or what the address names, only where they are asked for, so that looking them up stays
 * quick.
 */
export async function answerWithPage(
  options: QuestionListing,
  request: ListRequest,
  reply: FastifyReply,
  addressed?: AddressedNames,
): Promise<Static<typeof QuestionList.ref>> {
  const { questions, present, baseUrl, now } = options;
  // Read before the list: a change between the two must not be dated as if the list showed it.
  const today = dateReplyOfToday(reply, await questions.findNewestChange(), now());
  const page = pageOf(request.query, { today, withFacets: addressed === undefined });
  const { filter, understood, search } = await readFilter(request.query, options, addressed);
  const { items, next, total, totalIsExact, facets } = await questions.listQuestions(filter, page);
  const nextCursor = next === null ? null : encodeCursor(page.sort, next);
  if (nextCursor !== null) linkNext(request, reply, { baseUrl, parameter: "cursor", value: nextCursor });
  const highlightOf = await readHighlights(options, search, items);
  const misspellings = search === null || total >= FEW ? [] : await options.search.findMisspellings(search);
  return {
    items: items.map((question) => ({
      ...present.summary(question, today),
      highlight: highlightOf(question),
    })),
    page: { nextCursor, total, totalIsExact },
    facets: facets && facetsJson(facets),
    search: search && searchJson(search, misspellings),
    understood,
  };
}

async function readHighlights(
  { search: searches }: QuestionListing,
  search: UnderstoodSearch | null,
  items: readonly QuestionSummary[],
) {
  if (search === null) return () => null;
  const found = await searches.readHighlights(
    search,
    items.map(({ id }) => id),
  );
  return ({ id }: QuestionSummary) => found.get(id) ?? null;
}
