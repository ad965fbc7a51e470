import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Static } from "typebox";
import type { AuthorReader, AuthorSummary } from "../../store/author-reader.ts";
import { dateReply } from "./last-modified.ts";
import { getPerson } from "./people.ts";
import { answerWithPage, type QuestionListing } from "./question-list.ts";
import { Author, AuthorList, QuestionList } from "./schemas/lists.ts";
import { AuthorAddress, AuthorQuestionQuery, NoQuery } from "./schemas/question-query.ts";
import { common, dated, paged, problem } from "./schemas/responses.ts";

export interface AuthorsRoutesOptions extends QuestionListing {
  readonly authors: AuthorReader;
}

const unknownAuthor = problem(
  "Aucune question n’a été posée par quelqu’un de ce nom ; « suggestions » propose les noms voisins",
);

export const authorsRoutes: FastifyPluginAsyncTypebox<AuthorsRoutesOptions> = async (app, options) => {
  const { authors, questions, persons, now } = options;

  app.get(
    "/authors",
    {
      schema: {
        operationId: "listAuthors",
        tags: ["Auteurs"],
        summary: "Tous les auteurs de questions",
        description: "Tous ceux qui ont posé une question au moins, avec leurs partis et leurs chiffres.",
        querystring: NoQuery,
        response: { 200: dated("Les auteurs", AuthorList.ref), ...common },
      },
    },
    async (_request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      return { items: (await authors.listAuthors()).map(authorJson) };
    },
  );

  app.get(
    "/authors/:slug",
    {
      schema: {
        operationId: "getAuthor",
        tags: ["Auteurs"],
        summary: "Un auteur",
        description: "Ses partis dans le temps, les orthographes de son nom et l’état de ses questions.",
        params: AuthorAddress,
        querystring: NoQuery,
        response: { 200: dated("L’auteur", Author.ref), 404: unknownAuthor, ...common },
      },
    },
    async (request, reply) => {
      dateReply(reply, await questions.findNewestChange(), now());
      const typed = { name: request.params.slug, parameter: null };
      const { slug } = await getPerson(persons, "author", typed);
      // Whom a name means in this role has a summary in it.
      return authorJson((await authors.findAuthor(slug))!);
    },
  );

  app.get(
    "/authors/:slug/questions",
    {
      schema: {
        operationId: "listAuthorQuestions",
        tags: ["Auteurs"],
        summary: "Les questions d’un auteur",
        description: "Comme la liste de toutes les questions, avec les mêmes filtres.",
        params: AuthorAddress,
        querystring: AuthorQuestionQuery,
        response: { 200: paged("Une page de questions", QuestionList.ref), 404: unknownAuthor, ...common },
      },
    },
    (request, reply) => answerWithPage(options, request, reply, { author: request.params.slug }),
  );
};

const authorJson = (author: AuthorSummary): Static<typeof Author.ref> => ({
  ...author,
  spellings: [...author.spellings],
  parties: [...author.parties],
});
