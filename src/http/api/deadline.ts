import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { explanationOf } from "./deadline-json.ts";
import { dateReplyOfToday } from "./last-modified.ts";
import { findOrRedirect, notUnderThisId, questionId, type QuestionRegister } from "./question-address.ts";
import type { QuestionPresenter } from "./question-json.ts";
import { Deadline } from "./schemas/deadline.ts";
import { NoQuery } from "./schemas/question-query.ts";
import { common, dated } from "./schemas/responses.ts";

export interface DeadlineRoutesOptions extends QuestionRegister {
  readonly present: QuestionPresenter;
  readonly answerCalendar: AnswerCalendar;
  readonly now: () => Date;
}

export const deadlineRoutes: FastifyPluginAsyncTypebox<DeadlineRoutesOptions> = async (app, options) => {
  const { questions, present, answerCalendar, now } = options;

  app.get(
    "/questions/:id/deadline",
    {
      schema: {
        operationId: "getDeadline",
        tags: ["Questions"],
        summary: "Le délai d’une question, expliqué",
        description:
          "La règle appliquée, sa source, et chaque jour qui n’a pas compté, avec sa raison. Tant que la règle n’est " +
          "pas vérifiée (« verified »), la date limite et le retard sont indicatifs.",
        params: Type.Object(questionId),
        querystring: NoQuery,
        response: { 200: dated("Son délai", Deadline.ref), ...notUnderThisId, ...common },
      },
    },
    async (request, reply) => {
      const question = await findOrRedirect(options, request, reply, questions.findQuestion);
      if (question === null) return reply;
      const asOf = dateReplyOfToday(reply, question.modifiedAt, now());
      const { id, tabledOn, state, ...facts } = present.whole(question, asOf);
      return {
        questionId: id,
        tabledOn,
        state,
        asOf,
        workingDaysToAnswer: facts.workingDaysToAnswer,
        answerDueOn: facts.answerDueOn,
        daysOverdue: facts.daysOverdue,
        delayDoubt: facts.delayDoubt,
        ...explanationOf(question, answerCalendar),
      };
    },
  );
};
