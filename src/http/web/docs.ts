import type { FastifyPluginAsync } from "fastify";
import { portfoliosOfTitle, portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { QuestionReader } from "../../store/question-reader.ts";
import type { RevisionReader } from "../../store/revision-reader.ts";
import type { ApiDocument } from "./api-document.ts";
import { docsPage } from "./docs-page.ts";

export interface DocsRoutesOptions {
  /** The OpenAPI document, once every route is known. */
  readonly describe: () => object;
  readonly questions: QuestionReader;
  readonly revisions: RevisionReader;
  readonly parliament: string;
}

/** The readable description of the interface, made from the OpenAPI document. */
export const docsRoutes: FastifyPluginAsync<DocsRoutesOptions> = async (app, options) => {
  const { describe } = options;

  app.get("/", { schema: { hide: true } }, async (_request, reply) => reply.redirect("/api/docs", 302));

  // Until a question has a page of its own, its address leads to what the interface says of it.
  app.get<{ Params: { id: string } }>("/questions/:id", { schema: { hide: true } }, async (request, reply) =>
    reply.redirect(`/api/v1/questions/${encodeURIComponent(request.params.id)}`, 302),
  );

  app.get("/api/docs", { schema: { hide: true } }, async (_request, reply) => {
    reply.type("text/html; charset=utf-8");
    return docsPage(describe() as ApiDocument, await exampleValues(options));
  });
};

/** Values for the examples that this very server has an answer to: those of its newest question. */
async function exampleValues({
  questions,
  revisions,
  parliament,
}: DocsRoutesOptions): Promise<ReadonlyMap<string, string>> {
  const { items } = await questions.listQuestions({}, { sort: "-tabledOn", after: null, limit: 1 });
  const [newest] = items;
  if (newest === undefined) return new Map();
  const history = await revisions.findHistory(newest.sourceId);
  const [portfolio = ""] = portfoliosOfTitle(newest.addressedTo.office ?? "");
  return new Map([
    ["/api/v1/portfolios/{slug} slug", portfolioSlugOf(portfolio)],
    ["id", questionIdOf(parliament, newest.sourceId)],
    ["slug", newest.addressedTo.slug],
    ["minister", newest.addressedTo.slug],
    ["author", newest.askedBy.slug],
    ["session", newest.session],
    ["sha256", history?.revisions.at(-1)?.snapshot.sha256 ?? ""],
  ]);
}
