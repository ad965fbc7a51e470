import { daysTo } from "../../domain/answer-times.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { QuestionSummary, StoredQuestion } from "../../store/stored-question.ts";
import { questionUrl, type Site } from "./addresses.ts";
import type { QuestionJson, QuestionSummaryJson } from "./schemas/question.ts";

/** Where a question is found outside the database. */
export interface QuestionPlaces extends Site {
  readonly sourceUrlOf: (sourceId: string) => string | null;
}

/** Makes the public JSON of stored questions. */
export interface QuestionPresenter {
  summary(question: QuestionSummary): QuestionSummaryJson;
  whole(question: StoredQuestion): QuestionJson;
}

export function createQuestionPresenter(places: QuestionPlaces): QuestionPresenter {
  return {
    summary: (question) => ({
      ...factsOf(question, places),
      answers: question.answers.map((answer) => ({ ...answer, attachments: [...answer.attachments] })),
      warnings: question.warnings.map(({ code, message }) => ({ code, message })),
    }),
    whole: (question) => ({
      ...factsOf(question, places),
      questionText: question.questionText,
      answers: question.answers.map((answer) => ({ ...answer, attachments: [...answer.attachments] })),
      warnings: [...question.warnings],
    }),
  };
}

function factsOf(question: QuestionSummary, places: QuestionPlaces) {
  const { sourceId, tabledOn, firstReplyOn, answeredOn } = question;
  return {
    id: questionIdOf(places.parliament, sourceId),
    url: questionUrl(places, sourceId),
    sourceUrl: places.sourceUrlOf(sourceId),
    title: question.title,
    session: question.session,
    year: question.year,
    officialReference: question.officialReference,
    officialNumber: question.officialNumber,
    tabledOn,
    askedBy: { ...question.askedBy, party: null },
    addressedTo: question.addressedTo,
    state: question.state,
    firstReplyOn,
    answeredOn,
    daysToFirstReply: daysTo(tabledOn, firstReplyOn),
    daysToAnswer: daysTo(tabledOn, answeredOn),
    fetchedAt: question.fetchedAt.toISOString(),
    revision: question.revision,
  };
}
