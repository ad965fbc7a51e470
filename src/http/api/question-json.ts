import { daysTo } from "../../domain/answer-times.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { QuestionSummary, StoredQuestion } from "../../store/stored-question.ts";
import type { QuestionJson, QuestionSummaryJson } from "./schemas/question.ts";

/** Where a question is found outside the database. */
export interface QuestionPlaces {
  readonly parliament: string;
  readonly baseUrl: string;
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

function factsOf(question: QuestionSummary, { parliament, baseUrl, sourceUrlOf }: QuestionPlaces) {
  const { sourceId, tabledOn, firstReplyOn, answeredOn } = question;
  const id = questionIdOf(parliament, sourceId);
  return {
    id,
    url: `${baseUrl}/questions/${encodeURIComponent(id)}`,
    sourceUrl: sourceUrlOf(sourceId),
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
