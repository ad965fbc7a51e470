import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { dateReplyOfToday } from "./last-modified.ts";
import { findOrRedirect, notUnderThisId, questionId } from "./question-address.ts";
import { answerWithPage, type QuestionListing } from "./question-list.ts";
import { QuestionList } from "./schemas/lists.ts";
import { NoQuery, QuestionQuery } from "./schemas/question-query.ts";
import { Question } from "./schemas/question.ts";
import { common, dated, paged, unknownName } from "./schemas/responses.ts";

export interface QuestionsRoutesOptions extends QuestionListing {
  readonly parliament: string;
}

export const questionsRoutes: FastifyPluginAsyncTypebox<QuestionsRoutesOptions> = async (app, options) => {
  const { questions, present, now } = options;

  app.get(
    "/questions",
    {
      schema: {
        operationId: "listQuestions",
        tags: ["Questions"],
        summary: "Chercher des questions",
        description:
          "Les filtres s’ajoutent. La liste vient par pages : « page.nextCursor » ou l’en-tête " +
          "« Link » mène à la suivante. Ce qui arrive entre deux pages ne fait ni sauter ni " +
          "répéter une question.",
        querystring: QuestionQuery,
        response: {
          200: paged("Une page de questions", QuestionList.ref),
          404: unknownName,
          ...common,
        },
      },
    },
    async (request, reply) => answerWithPage(options, request, reply),
  );

  app.get(
    "/questions/:id",
    {
      schema: {
        operationId: "getQuestion",
        tags: ["Questions"],
        summary: "Lire une question entière",
        description:
          "Avec son texte, ses réponses et leurs annexes. Un identifiant provisoire " +
          "(wallonia-ref-…) mène par une redirection à l’identifiant définitif dès que celui-ci " +
          "est connu.",
        params: Type.Object(questionId),
        querystring: NoQuery,
        response: {
          200: dated("La question", Question.ref),
          ...notUnderThisId,
          ...common,
        },
      },
    },
    async (request, reply) => {
      const question = await findOrRedirect(options, request, reply, questions.findQuestion);
      if (question === null) return reply;
      return present.whole(question, dateReplyOfToday(reply, question.modifiedAt, now()));
    },
  );
};
