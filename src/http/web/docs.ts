import type { FastifyPluginAsync } from "fastify";
import { dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import { portfoliosOfTitle, portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { DumpShelf } from "../../store/dump/dump-shelf.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { RevisionReader } from "../../store/revision-reader.ts";
import { parametersOf, queryOf } from "../api/parameters.ts";
import type { ApiDocument } from "./api-document.ts";
import { docsPage } from "./docs-page.ts";

export interface DocsRoutesOptions {
  /** The OpenAPI document, once every route is known. */
  readonly describe: () => object;
  readonly questions: QuestionReader;
  readonly revisions: RevisionReader;
  readonly dumps: Pick<DumpShelf, "findNewest">;
  readonly parliament: string;
  readonly now: () => Date;
}

/** The readable description of the interface, made from the OpenAPI document. */
export const docsRoutes: FastifyPluginAsync<DocsRoutesOptions> = async (app, options) => {
  const { describe } = options;

  app.get("/", { schema: { hide: true } }, async (_request, reply) => reply.redirect("/api/docs", 302));

  // Until the site has a list of questions, its address leads to that of the interface.
  app.get("/questions", { schema: { hide: true } }, async (request, reply) =>
    reply.redirect(`/api/v1/questions${queryOf(parametersOf(request))}`, 302),
  );

  // Until a question has a page of its own, its address leads to what the interface says of it.
  app.get<{ Params: { id: string } }>("/questions/:id", { schema: { hide: true } }, async (request, reply) =>
    reply.redirect(`/api/v1/questions/${encodeURIComponent(request.params.id)}`, 302),
  );

  app.get("/api/docs", { schema: { hide: true } }, async (_request, reply) => {
    reply.type("text/html; charset=utf-8");
    return docsPage(describe() as ApiDocument, await exampleValues(options));
  });
};

/** Values for the examples that this very server has an answer to: those of its newest question and newest dump. */
async function exampleValues({
  questions,
  revisions,
  dumps,
  parliament,
  now,
}: DocsRoutesOptions): Promise<ReadonlyMap<string, string>> {
  const today = dateIn(now(), SITE_TIME_ZONE);
  const newestFirst = { sort: "-tabledOn", today, after: null, limit: 1, facets: false } as const;
  const { items } = await questions.listQuestions({}, newestFirst);
  const [newest] = items;
  const dump = await dumps.findNewest();
  if (newest === undefined) return new Map();
  const history = await revisions.findHistory(newest.sourceId);
  const [portfolio = ""] = portfoliosOfTitle(newest.addressedTo.office ?? "");
  return new Map([
    ...["", "/questions", "/delays"].flatMap((part): [string, string][] => [
      [`/api/v1/portfolios/{slug}${part} slug`, portfolioSlugOf(portfolio)],
      [`/api/v1/authors/{slug}${part} slug`, newest.askedBy.slug],
    ]),
    ...(dump === null ? [] : ([["date", dump.date]] as const)),
    ...longestWordOf(newest.title).map((word): [string, string] => ["q", word]),
    ["id", questionIdOf(parliament, newest.sourceId)],
    ["slug", newest.addressedTo.slug],
    ["minister", newest.addressedTo.slug],
    ["author", newest.askedBy.slug],
    ["session", newest.session],
    ["sha256", history?.revisions.at(-1)?.snapshot.sha256 ?? ""],
  ]);
}

/** The word of a title that says most of what it is about; none where it has no word. */
function longestWordOf(title: string): string[] {
  return (title.match(/\p{L}+/gu) ?? []).sort((one, other) => other.length - one.length).slice(0, 1);
}
